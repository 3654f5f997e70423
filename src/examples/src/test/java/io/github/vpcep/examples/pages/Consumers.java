package io.github.vpcep.examples.pages;

import java.util.List;

/**
 * An application of src/consumers.
 *
 * @param what what it is there for
 * @param version the version of that
 * @param name its folder
 */
record Consumers(String what, String version, String name) {
    static List<Consumers> read() {
        return DocPage.read(DocPage.ROOT.resolve("src/consumers/compatibility.csv"))
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Consumers(cells[0], cells[1], cells[3]))
                .toList();
    }
}
