package io.github.vpcep.contract.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.transcription.Facts.Category;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranscriptionTest {
    /** How many rows the tables of the documents have, counted there. */
    private static final Map<Category, Integer> ROWS_OF_THE_DOCUMENTS = Map.of(
            Category.PATH, 52,
            Category.QUERY, 37,
            Category.HEADER, 54,
            Category.REQUEST_BODY, 52,
            Category.REQUEST_OBJECT, 25,
            Category.SUCCESS_BODY, 196,
            Category.SUCCESS_OBJECT, 181,
            Category.ERROR_BODY, 420,
            Category.ERROR_OBJECT, 840,
            Category.STATUS_CODE, 450);

    private static final int ALL_ROWS_OF_THE_DOCUMENTS = 2307;

    @Test
    void contract_comparedWithEveryDocumentedFact_deviatesOnlyWhereErrataSaySo() {
        Result result = new TranscriptionCheck().run(SpecFolder.ofRepository());
        System.out.println(result.summary());
        assertThat(result.findings()).isEmpty();
    }

    /** That each file has as many rows as it says, and that each is walked, is what the check compares. */
    @Test
    void facts_addedUpByKind_areAllRowsOfTheDocuments() {
        Map<Category, Integer> sums = new EnumMap<>(Category.class);
        Facts.of(SpecFolder.ofRepository())
                .values()
                .forEach(facts -> facts.counts().forEach((category, rows) -> sums.merge(category, rows, Integer::sum)));
        assertThat(sums).isEqualTo(ROWS_OF_THE_DOCUMENTS);
    }

    @Test
    void facts_addedUp_areAllRowsOfTheDocuments() {
        int sum = Facts.of(SpecFolder.ofRepository()).values().stream()
                .mapToInt(Facts::total)
                .sum();
        assertThat(sum).isEqualTo(ALL_ROWS_OF_THE_DOCUMENTS);
    }
}
