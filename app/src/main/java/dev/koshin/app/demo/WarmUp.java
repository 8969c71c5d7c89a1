package dev.koshin.app.demo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Driver;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Loads what an installation uses and the demo does not, so that a cache made of the demo's classes holds it too. */
public final class WarmUp {
    private static final String MARIADB = "org.mariadb.jdbc.";
    private static final String CLASS = ".class";

    private WarmUp() {}

    /** Loads the classes of MariaDB's driver; only enumerations are run, whose many lambdas are worth keeping. */
    public static void loadDriver() throws IOException, ClassNotFoundException, URISyntaxException {
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            if (driver.getClass().getName().startsWith(MARIADB)) {
                loadAll(driver.getClass());
            }
        }
    }

    private static void loadAll(Class<?> driver) throws IOException, ClassNotFoundException, URISyntaxException {
        URL jar = Optional.ofNullable(driver.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .orElseThrow();
        for (String name : classes(Path.of(jar.toURI()))) {
            load(name, driver.getClassLoader());
        }
    }

    private static void load(String name, ClassLoader loader) throws ClassNotFoundException {
        try {
            boolean constants = Class.forName(name, false, loader).isEnum();
            Class<?> _ = Class.forName(name, constants, loader);
        } catch (NoClassDefFoundError _) {
            // It is for another system, whose libraries are not here.
        }
    }

    private static List<String> classes(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(CLASS))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .filter(name -> name.startsWith(MARIADB))
                    .toList();
        }
    }
}
