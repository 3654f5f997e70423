package io.github.vpcep.contract.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How sure a row of a later edition is, and since when, told by what it rests on and by its fellows. */
final class Evidence {
    private static final String SDKS = "SDKs";

    /** Less sure than what they rest on makes them: where page and SDKs are not wholly of one mind. */
    private static final Set<String> LESS_SURE = Set.of(
            "CreateEndpointService request.CreateEndpointServiceRequestBody.tcp_proxy",
            "CreateEndpointService request.CreateEndpointServiceRequestBody.port_id",
            "UpdateEndpointService request.UpdateEndpointServiceRequestBody.port_id",
            // That pages lack something; an example of one page; one page against the others.
            "E04",
            "E08",
            "protocols of a service");

    /** What did not come everywhere at one time, or of which no date is known everywhere. */
    private static final Set<String> NOT_AT_ONCE =
            Set.of("ip", "ip_version", "key", "policy_statement", "public_border_group", "snat_network_id", "value");

    /** A page, or pages, of 2025 or later. */
    private static final Pattern LATE_PAGE = Pattern.compile("pages?\\b.*\\b20(2[5-9]|[3-9]\\d)\\b");

    private Evidence() {}

    /**
     * In several SDKs or on a page of 2025 or later: A. Gone, stated once, or shown by others' code: B. Inferred: C.
     */
    static String mark(Edition.Row row) {
        List<String> from = texts(row.node().path("from"));
        String all = String.join("; ", from);
        if (all.contains("vendored")) {
            return "C";
        }
        return row.isPresent()
                        && all.contains("SDK")
                        && !all.contains("guide copy")
                        && !LESS_SURE.contains(row.node().path("operation").asText() + " " + row.at())
                ? "A"
                : "B";
    }

    /** Why a mark cannot stand beside its sources; empty where it can. */
    private static Optional<String> wrong(String what, String mark, String sources) {
        boolean isLate = LATE_PAGE.matcher(sources).find();
        boolean isSure = isLate || sources.contains(SDKS);
        boolean fits = mark.equals("A") ? isSure : !isLate || LESS_SURE.contains(what);
        return fits
                ? Optional.empty()
                : Optional.of(what + " is marked " + mark + ", and rests on \"" + sources
                        + "\": A is what several SDKs say, or a page of 2025 or later");
    }

    static List<String> findings(SpecFolder spec) {
        List<String> findings = new ArrayList<>();
        for (JsonNode erratum : spec.file("errata.yaml")) {
            for (JsonNode each : erratum.path("evidence")) {
                wrong(
                                erratum.path("id").asText(),
                                each.path("mark").asText(),
                                each.path("source").asText())
                        .ifPresent(findings::add);
            }
        }
        for (Edition edition : Edition.of(spec)) {
            if (edition.count("statements") != edition.statements().size()
                    || edition.count("total")
                            != edition.count("rows")
                                    + edition.count("ofNewOperations")
                                    + edition.statements().size()) {
                findings.add("the counts of edition " + edition.name() + " are not those of its rows and statements");
            }
            for (JsonNode each : edition.statements()) {
                wrong(
                                each.path("about").asText(),
                                each.path("mark").asText(),
                                String.join("; ", texts(each.path("from"))))
                        .ifPresent(findings::add);
            }
            Map<String, Set<String>> since = new LinkedHashMap<>();
            edition.rows()
                    .values()
                    .forEach(rows -> rows.forEach(row -> {
                        String field = row.at().substring(row.at().lastIndexOf('.') + 1);
                        since.computeIfAbsent(field, each -> new TreeSet<>())
                                .add(row.node().path("since").asText());
                        List<String> from = texts(row.node().path("from"));
                        if (from.stream().anyMatch(Since::isPage) && !from.contains(SDKS)) {
                            findings.add(
                                    row.at() + " rests on a page alone: what the SDKs lack as well is a statement");
                        }
                    }));
            since.forEach((field, dates) -> {
                if (dates.size() > 1 != NOT_AT_ONCE.contains(field)) {
                    findings.add(field + " is there since " + dates
                            + ": what came at several times, and nothing else, stands in NOT_AT_ONCE");
                }
            });
        }
        return findings;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
