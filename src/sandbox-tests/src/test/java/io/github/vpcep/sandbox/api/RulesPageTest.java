package io.github.vpcep.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vpcep.model.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of the sandbox's choices and {@link Rules} have the same rules; those that refuse nothing name their tests.
 */
class RulesPageTest {
    private static final Path PAGE = Path.of("../docs/sandbox-choices.md");
    private static final List<Path> TESTS =
            List.of(Path.of("../sandbox-tests/src/test/java"), Path.of("../sandbox-postgres-tests/src/test/java"));
    private static final List<Path> CODE = List.of(
            Path.of("../sandbox/src/main/java/io/github/vpcep/sandbox/api"),
            Path.of("../sandbox/src/main/java/io/github/vpcep/sandbox/domain"));
    private static final Pattern CODES = Pattern.compile("`(End[Pp]oint\\.[0-9]{4})`");
    private static final Pattern CONSTANTS = Pattern.compile("\\bErrorCode\\.([A-Z][A-Z_0-9]+)\\b");

    /** A question of the page, which other tests answer, or whose other codes they tell; and these. */
    private static final String ELSEWHERE = """
            What is a token? | IamTest#token_isOfItsScope_andOfNothingElse
            Who signs in? | IamTest#scope_thatIsNotTheUsersOrNone_isRefused IamTest#identity_thatIsNoneOrNotKnown_isRefused
            Who signs in? | IamTest#agency_isForCallersWithAToken RefusedCallersTest#token_isIssuedToWhomItIsDue_andToNobodyElse
            What does the metadata service tell? | MetadataTest#key_isGivenWithoutAToken_andNotForABadOne
            Which tokens can be revoked? | IamTest#tokenOfTheSetUp_isNotRevoked IamTest#token_isShownAndRevokedByItsAccountOnly
            What are accounts, users and projects called? | IamTest#user_isKnownByNameAndById IamTest#accountAndProjects_areToldToWhoeverMayCall
            Roles? | IamTest#token_tellsWhoseItIs_andWhereTheServicesAre
            Which signatures? | AuthenticationTest#tellsWhichAlgorithmCame_andWhichIsTaken
            How old may a signature be? | RefusedCallersTest#signature_withOneFault_isRefusedForIt
            Letter case of enumerations? | BoundariesTest#everyEnumeration_inAnotherLetterCase_isRefusedAsAnUnknownValueIs
            Properties that are not known? | UnknownTest#properties_areNotKept_andTold UnknownTest#strictSandbox_refusesTheRequest_namingEach
            `null`? | UnknownTest#valuesThatAreNone_areRefusedWithTheirPlace UnknownTest#nullForWhatIsRequired_isAnsweredAsItsAbsence
            A text for a boolean or a number? | ServerTest#refusesPortsThatAreNoWholeNumbers BoundariesTest#everyBound_isWhereTheContractHasIt
            Fields that nobody set: `""`, 0, false, `[]`, `{}`? | UnsetTest#everyFieldThatNobodySet_hasItsAnswer
            Which are there? | PublicServicesTest#seed_whenDone_thenDnsAndObsAreThere PublicServicesTest#seed_whenDoneElsewhere_thenTheIdsAreTheSame
            The pool? | ServicesTest#create_whenOnlyTheRequiredIsSent_thenTheDefaultsAreTaken_andTheAccountDoesNotShow
            When does `error` show? | EndpointsTest#get_whenThereAreErrors_thenTheyShowInTheStateFailedOnly
            Order of the checks of CreateEndpointService? | PrecedenceTest#ofTwoFaults_theFirstIsTold
            Do endpoints show the new name? | ServicesTest#update_whenRenamed_thenItsEndpointsShowTheNewName
            Deleting with endpoints? | ServicesTest#delete_whenAnEndpointIsNotConnected_thenThatFails
            What is in a VLAN? | StateModelTest#everyAnswer_isThatOfTheModel
            `supported_editions`? | StateModelTest#everyAnswer_isThatOfTheModel
            `enable_multi_server`, and further backends? | StateModelTest#everyAnswer_isThatOfTheModel
            `enable_policy`? | StateModelTest#everyAnswer_isThatOfTheModel
            Is the own account on it? | WhitelistsTest#list_whenNothingWasAdded_thenNotEvenTheOwnerIsThere
            Does removing end connections? | WhitelistsTest#remove_whenAnEndpointIsConnected_thenThatStays
            Adding what is there? | WhitelistsTest#add_whenItIsThereAlready_thenItIsThereOnce WhitelistsTest#add_whenItIsThereAlready_thenItGetsTheDescription
            What is answered? | WhitelistsTest#add_whenThereWereOthers_thenTheWholeListIsAnsweredNewestFirst
            What is answered? | WhitelistsTest#describe_whenThere_thenTheRecordIsAnsweredAlone
            When does `ip` show? | EndpointsTest#get_whenNeverAccepted_thenTheAddressIsHidden
            When does `ip` show? | EndpointsTest#get_whenRejectedAfterItWasAccepted_thenTheAddressShows
            Host names? | CreateEndpointTest#create_whenDnsIsEnabled_thenThereIsAHostName
            No route tables sent? | CreateEndpointTest#create_whenOfAGatewayServiceWithoutRouteTable_thenItIsTheDefaultOfTheVpc
            No route tables sent? | VpcChecksTest#create_whenNoRouteTableIsSent_thenItIsTheDefaultOneOfTheVpc
            `marker_id`? | CreateEndpointTest#create_whenDoneTwice_thenTheMarkerIdsDiffer
            Does approval hold for the owner's own endpoints? | CreateEndpointTest#create_whenTheServiceApproves_thenItWaitsEvenForItsOwner
            Does switching approval move endpoints? | ServicesTest#update_whenApprovalIsSwitchedOff_thenExistingEndpointsStay
            The way to accepted? | CreateEndpointTest#create_whenTheServiceIsOpen_thenItIsCreatingAndAcceptedWithTheNextRequest
            The way to accepted? | ConnectionsTest#receive_whenNotConnected_thenItIsCreatingAndAcceptedWithTheNextRequest
            How long do steps take? | CreateEndpointTest#create_whenThereIsADelay_thenItIsAcceptedAfterIt
            How long do steps take? | ServicesTest#create_whenThereIsADelay_thenItIsAvailableAfterIt
            Whitelist of an endpoint, fields absent? | EndpointsTest#updateWhitelist_whenLeftOut_thenItIsEmptyAndOff
            Reject with approval off? | ConnectionsTest#reject_whenApprovalIsOff_thenItIsRejected
            The description there? | ConnectionsTest#describe_whenDone_thenTheOwnDescriptionOfTheEndpointStays
            Offset beyond the end? | EndpointsTest#list_whenOffsetIsBeyondTheEnd_thenItIsEmptyWithTheTotal
            Ties in the order? | TimeTest#lists_areInTheOrderOfCreation_whateverTheClockShows
            Order of ListResourceInstances? | TagsTest#query_whenPaged_thenTheNewestAreFirstAndTheTotalCountsAll
            Adding a key that is there? | TagsTest#change_whenAKeyIsThere_thenItGetsTheNewValue
            Empty values? | ChecksTest#tags_whenAValueIsAbsent_thenItIsEmpty
            `without_any_tag`? | TagQueryTest#test_whenWithoutAnyTag_thenUntaggedResourcesAreFound
            ListQueryProjectResourceTags? | TagsTest#list_whenThereAreTags_thenKeysAndDistinctValuesAreSorted
            In which order? | PrecedenceTest#ofTwoFaults_theFirstIsTold
            Limits of HTTP itself? | ServerTest#tellsThatABodyDoesNotCome
            The state cannot be reached? | OutageTest#everyOperation_saysThatItMayBeTriedAgain_andDoesNotHang OutageTest#whatNeedsNoState_isAnsweredAsEver
            """;

    private final Rules rules = new Rules();

    /** The codes that the page names, by the question. */
    private static Map<String, Set<String>> page() throws IOException {
        Map<String, Set<String>> page = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| ") && !line.startsWith("| **") && !line.startsWith("| question")) {
                Set<String> codes = page.computeIfAbsent(
                        line.substring(2, line.indexOf(" | ")).strip(), question -> new TreeSet<>());
                CODES.matcher(line).results().forEach(each -> codes.add(each.group(1)));
            }
        }
        return page;
    }

    private static Map<String, List<String>> elsewhere() {
        return ELSEWHERE
                .lines()
                .map(line -> line.split(" \\| ", -1))
                .collect(Collectors.groupingBy(
                        parts -> parts[0],
                        TreeMap::new,
                        Collectors.flatMapping(parts -> Stream.of(parts[1].split(" ", -1)), Collectors.toList())));
    }

    /** The codes that the table tells, by the question. */
    private Map<String, Set<String>> table() {
        return rules.all.stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.question,
                        Collectors.mapping(rule -> rule.told.split(" ", -1)[1], Collectors.toSet())));
    }

    @Test
    void everyRuleOfThePage_hasItsRow_orNamesItsTests_andNoRowIsOfAnother() throws IOException {
        Map<String, Set<String>> page = page();
        Map<String, Set<String>> table = table();
        Map<String, List<String>> elsewhere = elsewhere();
        List<String> without = new ArrayList<>();
        List<String> needless = new ArrayList<>();
        page.forEach((question, codes) -> {
            Set<String> open = new TreeSet<>(codes);
            open.removeAll(table.getOrDefault(question, Set.of()));
            boolean isOpen = !open.isEmpty() || !table.containsKey(question);
            if (isOpen && !elsewhere.containsKey(question)) {
                without.add(question + " " + open);
            } else if (!isOpen && elsewhere.containsKey(question)) {
                needless.add(question);
            }
        });

        assertThat(without).as("rules of the page without a row").isEmpty();
        assertThat(needless)
                .as("rules that have their rows, and need no other test")
                .isEmpty();
        assertThat(page.keySet()).containsAll(elsewhere.keySet());
        table.remove("");
        assertThat(page.keySet()).containsAll(table.keySet());
    }

    @Test
    void everyTestThatIsNamed_isThere() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path root : TESTS) {
            for (Path file : java(root)) {
                sources.merge(file.getFileName().toString(), Files.readString(file), String::concat);
            }
        }
        List<String> named =
                elsewhere().values().stream().flatMap(Collection::stream).toList();
        assertThat(named).allSatisfy(each -> {
            String[] parts = each.split("#", -1);
            assertThat(sources.getOrDefault(parts[0] + ".java", "")).contains("void " + parts[1] + "(");
        });
    }

    @Test
    void everyCodeThatTheSandboxCanRefuseWith_isTold() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path root : CODE) {
            for (Path file : java(root)) {
                CONSTANTS.matcher(Files.readString(file)).results().forEach(each -> used.add(code(each.group(1))));
            }
        }
        used.removeAll(
                rules.all.stream().map(each -> each.told.split(" ", -1)[1]).collect(Collectors.toSet()));
        // A state that cannot be reached and a body that does not come, which other tests have.
        assertThat(used).containsExactlyInAnyOrder(ErrorCode.SYSTEM_ERROR.code(), ErrorCode.REQUEST_TIMED_OUT.code());
    }

    private static String code(String constant) {
        try {
            return ((ErrorCode) ErrorCode.class.getField(constant).get(null)).code();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constant, e);
        }
    }

    private static List<Path> java(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(each -> each.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
