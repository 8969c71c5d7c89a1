package dev.koshin.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A page of the documents, as far as the tests look at it.
 *
 * @param prose the text of its paragraphs, headings, list items and cells; code left out
 * @param rows the cells of every table, as they are written without their marks
 */
record Page(
        Path file,
        List<Title> titles,
        List<Block> blocks,
        List<String> links,
        List<List<String>> rows,
        List<String> prose) {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    /** A heading. */
    record Title(int level, String text) {}

    /** Code between fences. */
    record Block(String language, String text) {}

    static Page of(Path file) {
        try {
            Node root = PARSER.parse(Files.readString(file));
            Page page = new Page(
                    file,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
            root.accept(page.new Reading());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects what a page has, in its order. */
    private final class Reading extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            titles.add(new Title(heading.getLevel(), text(heading)));
            visitChildren(heading);
        }

        @Override
        public void visit(FencedCodeBlock block) {
            blocks.add(new Block(block.getInfo().split(" ", 2)[0], block.getLiteral()));
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Text text) {
            prose.add(text.getLiteral());
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableRow) {
                rows.add(cells(node));
            }
            visitChildren(node);
        }

        private List<String> cells(Node row) {
            List<String> cells = new ArrayList<>();
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                if (cell instanceof TableCell) {
                    cells.add(text(cell));
                }
            }
            return cells;
        }
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString().strip();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
