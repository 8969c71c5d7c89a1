package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HolderTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Holder HERE = new Holder("web-1", "boot-a", "pid:[1]", 10, START, "x");

    private static Holder other(String host, String boot, String namespace) {
        return new Holder(host, boot, namespace, 77, START, "y");
    }

    private static boolean dead(Holder other, Optional<Instant> process) {
        return other.deadSeenFrom(HERE, _ -> process);
    }

    @Test
    void isDeadWhenItsProcessIsGone() {
        assertThat(dead(other("web-1", "boot-a", "pid:[1]"), Optional.empty())).isTrue();
    }

    @Test
    void isDeadWhenItsNumberBelongsToALaterProcess() {
        Holder other = other("web-1", "boot-a", "pid:[1]");
        assertThat(dead(other, Optional.of(START.plusSeconds(60)))).isTrue();
        assertThat(dead(other, Optional.of(START.plusSeconds(1)))).isFalse();
    }

    @Test
    void isDeadWhenItsMachineWasStartedAnew() {
        assertThat(dead(other("web-1", "boot-b", "pid:[1]"), Optional.empty())).isTrue();
    }

    @Test
    void mayLiveOnAnotherMachineOrInAnotherContainer() {
        assertThat(dead(other("web-2", "boot-a", "pid:[1]"), Optional.empty())).isFalse();
        assertThat(dead(other("web-2", "boot-b", "pid:[1]"), Optional.empty())).isFalse();
        assertThat(dead(other("web-1", "boot-a", "pid:[2]"), Optional.empty())).isFalse();
    }

    @Test
    void mayLiveWhereTheSystemDoesNotTellEnough() {
        assertThat(dead(other("web-1", "", "pid:[1]"), Optional.empty())).isFalse();
        Holder local = new Holder("localhost", "boot-a", "pid:[1]", 10, START, "x");
        assertThat(new Holder("localhost", "boot-b", "pid:[1]", 77, START, "y")
                        .deadSeenFrom(local, _ -> Optional.empty()))
                .isFalse();
    }

    @Test
    void livesWhenThisVeryProcessHoldsIt() {
        Holder here = Here.opening();
        assertThat(here.deadSeenFrom(Here.opening(), Here::start)).isFalse();
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(Holder.parse(HERE.text())).contains(HERE);
        Holder bare = new Holder("", "", "", 1, Instant.EPOCH, "z");
        assertThat(Holder.parse(bare.text())).contains(bare);
        assertThat(Holder.parse("written by a newer version")).isEmpty();
    }

    @Test
    void isShownAsAProcessOnAMachine() {
        assertThat(HERE.shown()).isEqualTo("pid 10 on web-1");
    }
}
