package dev.koshin.backup.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With key pairs that age-keygen made for these tests, and that protect nothing else. */
final class AgeBackupsTest {
    private static final String RECIPIENT = "age1apm53hh8mf3sx085razvfxfw4udd5tq0yv58xt8qep5rcffhnqtqtn955s";
    private static final String KEY = "AGE-SECRET-KEY-12HE5DGV7R2K3VCPXRZSFN24ZZPVPASHMKG42J95GQCL035ZEULNQC7QY40";
    private static final String OTHER_RECIPIENT = "age17t6mnrqaejdr48f7h8s7clg4nucv4yt5uq5n2klnlkpd5x05u3yqazp3w7";
    private static final String OTHER_KEY =
            "AGE-SECRET-KEY-1Y2YVQ4A2X87VC5RY69NQMTEE944ASMHA5TKLNDA09U5U3H6JNF9S9ZZ350";
    private static final CredentialName NAME = new CredentialName("exastro/organization/test-org-01");
    private static final RenewalId RENEWAL = new RenewalId("wwdcs15rc4cdqyzt");
    private static final RenewalId OTHER_RENEWAL = new RenewalId("0123456789abcdef");
    private static final String VALUE = "glpat-theOldValueOfTheRow";
    private static final Backup.Sealed OLD = new Backup.Sealed(NAME, RENEWAL, new TokenId(7), Secret.of(VALUE));

    @TempDir
    private Path home;

    private Path folder;
    private Backup backup;

    @BeforeEach
    void start() {
        folder = home.resolve("koshin-backup");
        backup = AgeBackups.of(folder, List.of(RECIPIENT));
    }

    private Path identity(String... lines) throws IOException {
        return Files.write(home.resolve("identity.txt"), List.of(lines));
    }

    private Effect<List<Backup.Sealed>> open(Path identity) {
        return AgeBackups.open(folder, NAME, RENEWAL, identity);
    }

    private Path sealed() throws IOException {
        assertThat(backup.seal(OLD)).isInstanceOf(Effect.Done.class);
        return only();
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static Optional<Reason> reason(Effect<?> effect) {
        return effect.why().map(Problem::reason);
    }

    @Test
    void what_was_sealed_is_opened_with_the_key() throws IOException {
        Path _ = sealed();
        assertThat(open(identity("# created: 2026-11-28", "# public key: " + RECIPIENT, "", KEY)))
                .isEqualTo(new Effect.Done<>(List.of(OLD)));
    }

    @Test
    void only_the_owner_may_read_it_and_no_byte_of_the_value_stands_in_it() throws IOException {
        Path file = sealed();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file, ISO_8859_1))
                .startsWith("age-encryption.org/v1")
                .doesNotContain(VALUE, "test-org-01");
        assertThat(file.getFileName().toString()).contains("test-org-01", RENEWAL.toString());
    }

    @Test
    void each_of_several_recipients_can_open_it() throws IOException {
        backup = AgeBackups.of(folder, List.of(RECIPIENT, OTHER_RECIPIENT));
        Path _ = sealed();
        assertThat(open(identity(OTHER_KEY))).isEqualTo(new Effect.Done<>(List.of(OLD)));
        assertThat(open(identity(KEY))).isEqualTo(new Effect.Done<>(List.of(OLD)));
    }

    @Test
    void one_of_several_keys_is_enough() throws IOException {
        Path _ = sealed();
        assertThat(open(identity(OTHER_KEY, KEY))).isEqualTo(new Effect.Done<>(List.of(OLD)));
    }

    @Test
    void another_key_is_unfit() throws IOException {
        Path _ = sealed();
        assertThat(reason(open(identity(OTHER_KEY)))).contains(Reason.IDENTITY_UNFIT);
    }

    @Test
    void a_file_that_holds_no_key_is_unusable() throws IOException {
        Path _ = sealed();
        assertThat(reason(open(home.resolve("missing.txt")))).contains(Reason.IDENTITY_UNUSABLE);
        assertThat(reason(open(identity("# nothing")))).contains(Reason.IDENTITY_UNUSABLE);
        assertThat(reason(open(identity(RECIPIENT)))).contains(Reason.IDENTITY_UNUSABLE);
        assertThat(reason(open(identity("age-encryption.org/v1")))).contains(Reason.IDENTITY_UNUSABLE);
        assertThat(reason(open(identity(KEY.substring(0, KEY.length() - 3) + "QQQ"))))
                .contains(Reason.IDENTITY_UNUSABLE);
    }

    @Test
    void a_damaged_a_shortened_and_a_foreign_file_are_told_from_a_wrong_key() throws IOException {
        Path file = sealed();
        byte[] good = Files.readAllBytes(file);
        byte[] damaged = good.clone();
        damaged[damaged.length - 3] ^= 1;
        Files.write(file, damaged);
        assertThat(reason(open(identity(KEY)))).contains(Reason.BACKUP_DAMAGED);
        Files.write(file, Arrays.copyOf(good, good.length / 2));
        assertThat(reason(open(identity(KEY)))).contains(Reason.BACKUP_DAMAGED);
        Files.writeString(file, "something else");
        assertThat(reason(open(identity(KEY)))).contains(Reason.BACKUP_DAMAGED);
    }

    /** Else whoever renames files could have another credential's token put into a target. */
    @Test
    void a_file_under_the_name_of_another_credential_is_refused() throws IOException {
        Path file = sealed();
        CredentialName other = new CredentialName("exastro/organization/test-org-02");
        assertThat(backup.seal(new Backup.Sealed(other, RENEWAL, new TokenId(8), Secret.of("glpat-other"))))
                .isInstanceOf(Effect.Done.class);
        Path others;
        try (Stream<Path> files = Files.list(folder)) {
            others = files.filter(one -> !one.equals(file)).findFirst().orElseThrow();
        }
        Files.move(others, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(reason(open(identity(KEY)))).contains(Reason.BACKUP_DAMAGED);
    }

    @Test
    void sealing_again_replaces_and_removing_leaves_the_others() throws IOException {
        Path _ = sealed();
        Path _ = sealed();
        Backup.Sealed another = new Backup.Sealed(NAME, OTHER_RENEWAL, new TokenId(8), Secret.of("glpat-another"));
        assertThat(backup.seal(another)).isInstanceOf(Effect.Done.class);
        assertThat(backup.kept(NAME)).isEqualTo(new Effect.Done<>(Set.of(RENEWAL, OTHER_RENEWAL)));
        assertThat(backup.remove(NAME, RENEWAL)).isEqualTo(new Effect.Done<>(true));
        assertThat(backup.remove(NAME, RENEWAL)).isEqualTo(new Effect.Done<>(false));
        assertThat(backup.kept(NAME)).isEqualTo(new Effect.Done<>(Set.of(OTHER_RENEWAL)));
        assertThat(backup.kept(new CredentialName("other"))).isEqualTo(new Effect.Done<>(Set.of()));
    }

    @Test
    void a_folder_that_others_can_write_is_refused() throws IOException {
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(reason(backup.seal(OLD))).contains(Reason.BACKUP_UNUSABLE);
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws IOException {
        Files.writeString(folder, "a file in its place");
        assertThat(reason(backup.seal(OLD))).contains(Reason.BACKUP_UNUSABLE);
    }

    @Test
    void a_value_with_a_line_break_is_refused_before_anything_is_written() {
        Backup.Sealed odd = new Backup.Sealed(NAME, RENEWAL, new TokenId(7), Secret.of("one\ntwo"));
        assertThat(reason(backup.seal(odd))).contains(Reason.BACKUP_UNUSABLE);
        assertThat(backup.kept(NAME)).isEqualTo(new Effect.Done<>(Set.of()));
    }

    /** A person who has lost Koshin still has the old value. */
    @Test
    void the_program_age_opens_it() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/age")), "age is not installed");
        Path file = sealed();
        Process age = new ProcessBuilder("age", "-d", "-i", identity(KEY).toString(), file.toString()).start();
        String text = new String(age.getInputStream().readAllBytes(), UTF_8);
        assertThat(age.waitFor()).isZero();
        assertThat(text)
                .contains("credential: " + NAME, "renewal: " + RENEWAL, "token-id: 7", "value: " + VALUE)
                .contains("fingerprint: " + Secret.of(VALUE).fingerprint());
    }
}
