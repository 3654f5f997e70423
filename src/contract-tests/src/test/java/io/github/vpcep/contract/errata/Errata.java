package io.github.vpcep.contract.errata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.List;

/** The entries of errata.yaml. */
public final class Errata {
    private Errata() {}

    /** All of them, in their order. */
    public static List<Erratum> of(SpecFolder spec) {
        List<Erratum> errata = new ArrayList<>();
        spec.file("errata.yaml").forEach(entry -> errata.add(Erratum.of(entry)));
        return errata;
    }

    /** The texts of a list. */
    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
