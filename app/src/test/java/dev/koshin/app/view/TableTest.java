package dev.koshin.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void columns_are_as_wide_as_their_widest_cell() {
        Table table = new Table(List.of("A", "LONGER", "C"));
        table.row("first", "x", "1");
        table.row("2", "", "");
        assertThat(table.lines()).containsExactly("A      LONGER  C", "first  x       1", "2");
    }

    @Test
    void a_japanese_character_is_as_wide_as_two() {
        Table table = new Table(List.of("資格情報", "状態"));
        table.row("exastro/root", "期限切れ");
        table.row("ユーザー、。（", "有効");
        assertThat(table.lines()).containsExactly("資格情報        状態", "exastro/root    期限切れ", "ユーザー、。（  有効");
    }

    @Test
    void markup_and_percent_signs_are_shown_as_they_are() {
        Table table = new Table(List.of("NAME"));
        table.row("@|red 100%|@");
        assertThat(table.lines()).containsExactly("NAME", "@|red 100%|@");
    }
}
