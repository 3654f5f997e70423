package io.github.vpcep.contract.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.contract.errata.Erratum;
import io.github.vpcep.contract.spec.Check.Result;
import io.github.vpcep.contract.spec.SpecFolder;
import io.github.vpcep.contract.transcription.Facts.Category;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        facts(Erratum.FOUNDING_EDITION)
                .forEach(facts -> facts.counts().forEach((category, rows) -> sums.merge(category, rows, Integer::sum)));
        assertThat(sums).isEqualTo(ROWS_OF_THE_DOCUMENTS);
    }

    @Test
    void facts_addedUp_areAllRowsOfTheDocuments() {
        assertThat(facts(Erratum.FOUNDING_EDITION).mapToInt(Facts::total).sum()).isEqualTo(ALL_ROWS_OF_THE_DOCUMENTS);
    }

    /** Those that change a row, those of new operations, and what is said of more than rows. */
    @Test
    void editions_addedUp_areAllThatIsKnownOfThem() {
        assertThat(Edition.of(SpecFolder.ofRepository())).isNotEmpty().allSatisfy(edition -> {
            int rows = edition.rows().values().stream().mapToInt(List::size).sum();
            int ofNewOperations = facts(edition.name()).mapToInt(Facts::total).sum();
            assertThat(rows).isEqualTo(edition.count("rows"));
            assertThat(ofNewOperations).isEqualTo(edition.count("ofNewOperations"));
            assertThat(edition.statements()).hasSize(edition.count("statements"));
            assertThat(edition.count("total")).isEqualTo(rows + ofNewOperations + edition.count("statements"));
            assertThat(edition.statements()).allSatisfy(each -> {
                assertThat(each.path("mark").asText()).isIn("A", "B", "C");
                assertThat(each.path("from")).isNotEmpty();
                assertThat(each.path("says").asText()).isNotBlank();
                assertThat(each.path("became").asText()).isNotBlank();
            });
        });
    }

    private static Stream<Facts> facts(String edition) {
        return Facts.of(SpecFolder.ofRepository()).values().stream()
                .filter(facts -> facts.edition().equals(edition));
    }
}
