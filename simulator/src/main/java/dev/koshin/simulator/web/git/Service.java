package dev.koshin.simulator.web.git;

import java.util.Arrays;
import java.util.Optional;

/** What a client wants of a repository. */
enum Service {
    /** To read. */
    UPLOAD_PACK("git-upload-pack", "multi_ack side-band-64k ofs-delta symref=HEAD:refs/heads/main"),
    /** To write. */
    RECEIVE_PACK("git-receive-pack", "report-status delete-refs ofs-delta");

    private final String word;
    private final String capabilities;

    Service(String word, String capabilities) {
        this.word = word;
        this.capabilities = capabilities;
    }

    static Optional<Service> of(String word) {
        return Arrays.stream(values())
                .filter(service -> service.word.equals(word))
                .findFirst();
    }

    String word() {
        return word;
    }

    String capabilities() {
        return capabilities + " object-format=sha1 agent=git/simulated";
    }
}
