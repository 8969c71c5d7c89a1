package dev.koshin.backup.age;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Turns a text into an age file. */
final class Sealing {
    private Sealing() {}

    static byte[] seal(byte[] text, List<String> recipients) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (WritableByteChannel channel = new StandardEncryptingChannelFactory()
                .newEncryptingChannel(Channels.newChannel(sealed), writers(recipients))) {
            ByteBuffer buffer = ByteBuffer.wrap(text);
            while (buffer.hasRemaining()) {
                int _ = channel.write(buffer);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("sealing failed", e);
        }
        return sealed.toByteArray();
    }

    private static List<RecipientStanzaWriter> writers(List<String> recipients) throws GeneralSecurityException {
        List<RecipientStanzaWriter> writers = new ArrayList<>();
        for (String recipient : recipients) {
            writers.add(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
        }
        return writers;
    }
}
