package io.github.vpcep.specdiff;

import java.util.List;
import java.util.function.Function;

/** The page that says what the current contract changes against an earlier edition of the vendor's reference. */
final class EditionPage {
    /** Where the page of an edition lies. */
    static final String FILE = "src/docs/since-%s.md";

    /** The system property that writes the pages anew. */
    static final String PROPERTY = "vpcep.editions";

    /** How many operations are named in a line; what touches more touches nearly all, and only their number is told. */
    private static final int NAMED = 20;

    private EditionPage() {}

    static String of(String edition, List<Change> changes) {
        StringBuilder page = new StringBuilder("""
                # Since the edition of %s

                What the current contract changes against `spec/editions/%s/openapi.yaml`, the contract of that edition of
                the vendor's reference: for callers, who use the client or write requests of their own, and for implementers
                of the server interfaces. Names of operations and fields are those on the wire. Words and examples are left
                out.

                `mvn -Pspec-diff -Dbase=%s` prints the same. The build fails when this page is out of date;
                `mvn verify -D%s=write` renews it.
                """.formatted(edition, edition, edition, PROPERTY));
        side("Callers", changes, Kind::forCallers, page);
        side("Implementers", changes, Kind::forImplementers, page);
        return page.toString();
    }

    private static void side(String who, List<Change> changes, Function<Kind, Effect> effect, StringBuilder page) {
        for (Effect each : Effect.values()) {
            List<String> lines = changes.stream()
                    .filter(change -> effect.apply(change.kind()) == each)
                    .map(change -> "- " + change.line(NAMED))
                    .sorted()
                    .toList();
            page.append("\n## ").append(who).append(": ").append(each.heading()).append("\n\n");
            page.append(lines.isEmpty() ? "Nothing." : String.join("\n", lines)).append("\n");
        }
    }
}
