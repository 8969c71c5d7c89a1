package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

/** What a run told the operator; it must never be a stack trace. */
record Told(int exit, String text) {
    static Told by(Child child) {
        int exit = child.exit();
        String text = child.stdout() + child.stderr();
        assertThat(text).doesNotContain("\tat ").doesNotContain("Exception").doesNotContain("internal");
        return new Told(exit, text);
    }

    Told exits(int expected) {
        assertThat(exit).as(text).isEqualTo(expected);
        return this;
    }

    /** In English: the reason's code, and these parts of what, where and what to do. */
    Told says(String code, String... parts) {
        assertThat(text).contains("[" + code + "]").contains("What to do: ").contains(parts);
        return this;
    }

    /** In Japanese: the reason's code, and these parts of what, where and what to do. */
    Told saysInJapanese(String code, String... parts) {
        assertThat(text).contains("[" + code + "]").contains("対処: ").contains(parts);
        return this;
    }
}
