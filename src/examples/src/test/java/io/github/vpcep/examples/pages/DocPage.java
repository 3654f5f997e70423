package io.github.vpcep.examples.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param name its path below the root of the repository
 */
record DocPage(String name, List<Block> blocks) {
    static final Path ROOT = Path.of(System.getProperty("vpcep.root"));

    private static final Pattern BULLET = Pattern.compile("( *- |\\d+\\. ).*");
    private static final Pattern RULER = Pattern.compile("\\|[-|: ]+");

    static DocPage of(String name) {
        return new DocPage(name, blocks(read(ROOT.resolve(name))));
    }

    /** A page that is nowhere; its text is as good as that of a file. */
    static DocPage saying(String text) {
        return new DocPage("page", blocks(text));
    }

    /** The contents of the fences of a language. */
    List<String> fences(String language) {
        return blocks.stream()
                .filter(each -> each.kind() == Block.Kind.FENCE && each.text().startsWith(language + "\n"))
                .map(each -> each.text().substring(language.length() + 1))
                .toList();
    }

    /** Everything but the fences. */
    Stream<Block> told() {
        return blocks.stream().filter(each -> each.kind() != Block.Kind.FENCE);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        boolean goesOn = false;
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                int begin = i;
                StringBuilder fence = new StringBuilder(line.substring(3)).append('\n');
                while (!lines.get(++i).startsWith("```")) {
                    fence.append(lines.get(i)).append('\n');
                }
                blocks.add(new Block(Block.Kind.FENCE, begin + 1, fence.toString()));
                goesOn = false;
            } else if (line.isBlank() || RULER.matcher(line).matches()) {
                goesOn = false;
            } else if (goesOn && kind(line) == Block.Kind.PARAGRAPH) {
                blocks.add(blocks.remove(blocks.size() - 1).with(line.strip()));
            } else {
                blocks.add(new Block(kind(line), i + 1, line.strip()));
                goesOn = kind(line) == Block.Kind.PARAGRAPH || kind(line) == Block.Kind.ITEM;
            }
        }
        return blocks;
    }

    private static Block.Kind kind(String line) {
        if (line.startsWith("#")) {
            return Block.Kind.HEADING;
        }
        if (line.startsWith("|")) {
            return Block.Kind.ROW;
        }
        return BULLET.matcher(line).matches() ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
    }
}
