package io.github.vpcep.examples.pages;

import io.github.vpcep.client.EndpointServices;
import io.github.vpcep.client.Endpoints;
import io.github.vpcep.client.VpcepClient;
import io.github.vpcep.control.model.RecordedRequest;
import io.github.vpcep.json.VpcepJson;
import io.github.vpcep.model.CreateEndpointServiceRequest;
import io.github.vpcep.model.Endpoint;
import io.github.vpcep.model.EndpointStatus;
import io.github.vpcep.model.ErrorCode;
import io.github.vpcep.runtime.CallOptions;
import io.github.vpcep.runtime.ClientBuilder;
import io.github.vpcep.runtime.RetryPolicy;
import io.github.vpcep.runtime.Settings;
import io.github.vpcep.runtime.auth.Credentials;
import io.github.vpcep.runtime.contract.Contract;
import io.github.vpcep.runtime.error.VpcepDecodeException;
import io.github.vpcep.runtime.error.VpcepServiceException;
import io.github.vpcep.runtime.error.WaitFailedException;
import io.github.vpcep.runtime.error.WaitTimeoutException;
import io.github.vpcep.runtime.paging.Page;
import io.github.vpcep.sandbox.SandboxConfig;
import io.github.vpcep.sandbox.VpcepSandbox;
import io.github.vpcep.sandbox.auth.Account;
import io.github.vpcep.sandbox.control.Faults;
import io.github.vpcep.sandbox.control.Journal;
import io.github.vpcep.sandbox.program.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pages may claim: the names and the figures, each from where it is true. */
final class Claims {
    private static final List<String> PACKAGES = List.of(
            "io.github.vpcep.client",
            "io.github.vpcep.control.model",
            "io.github.vpcep.model",
            "io.github.vpcep.json",
            "io.github.vpcep.router",
            "io.github.vpcep.server",
            "io.github.vpcep.runtime",
            "io.github.vpcep.runtime.auth",
            "io.github.vpcep.runtime.contract",
            "io.github.vpcep.runtime.error",
            "io.github.vpcep.runtime.okhttp",
            "io.github.vpcep.runtime.paging",
            "io.github.vpcep.sandbox",
            "io.github.vpcep.sandbox.auth",
            "io.github.vpcep.sandbox.control",
            "io.github.vpcep.sandbox.domain",
            "io.github.vpcep.sandbox.vpc",
            "java.lang",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "org.jspecify.annotations",
            "org.junit.jupiter.api",
            "org.junit.jupiter.api.extension");

    private static final Map<String, Class<?>> VARIABLES =
            Map.of("vpcep", VpcepClient.class, "status", EndpointStatus.class, "sandbox", VpcepSandbox.class);

    /** Whose methods pages name alone. */
    private static final Class<?>[] IN_HAND = {
        VpcepClient.class,
        Endpoints.class,
        EndpointServices.class,
        ClientBuilder.class,
        CallOptions.Builder.class,
        Credentials.class,
        Page.class,
        Endpoint.class,
        EndpointStatus.class,
        CreateEndpointServiceRequest.Builder.class,
        VpcepServiceException.class,
        VpcepDecodeException.class,
        WaitFailedException.class,
        WaitTimeoutException.class,
        VpcepSandbox.class,
        SandboxConfig.class,
        Account.Builder.class,
        Faults.class,
        Faults.Next.class,
        RecordedRequest.class,
    };

    /** Names of the world outside. */
    private static final Set<String> OTHERS = Set.of(
            // What an application brings, and what is written down as an example or in part.
            "META-INF/validation.xml",
            "PT1.5S",
            "seed.json: endpoints[0]: EndPoint.2012 …",
            "…Api",
            "***",
            "test",
            "type",
            "of",
            "~/.huaweicloud/credentials",
            "Expect",
            "Transfer-Encoding",
            "_",
            "_sys_",
            "@RequestBody",
            "Access=…",
            "Credential=…/sdk_request",
            "gataway",
            "\"\"",
            ".obs",
            "com.myhuaweicloud.<region>.dns",
            "vpcep-<endpoint id>.<region>.huaweicloud.com",
            "* < > \\\\ , /",
            // The vendor's SDK, which is not beside us here.
            "huaweicloud-sdk-vpcep",
            "withRegion(…)",
            "ClientRequestException",
            "ServerResponseException",
            "getErrorCode()",
            "getErrorMsg()",
            "getRequestId()",
            "retryTimes(…)",
            "HttpConfig",
            "withIgnoreSSLVerification(true)");

    private static final Pattern OF_WORK = Pattern.compile("([A-Z][a-z]+){2,}|mvn .*"
            // All but what plugins know of themselves.
            + "|-[DP](?!mutationUnitSize|skipUpload)[\\w.-]+.*"
            + "|(src|spec|generated|templates|[.]ci)/[\\w./-]*");

    private static final String CONTROL = "src/sandbox/src/main/java/io/github/vpcep/sandbox/control/";
    private static final String CLIENT = "src/runtime/src/main/java/io/github/vpcep/runtime/ClientBuilder.java";
    private static final String AUTH = "src/sandbox/src/main/java/io/github/vpcep/sandbox/auth/";
    private static final String VPC = "src/sandbox/src/main/java/io/github/vpcep/sandbox/vpc/";

    private final String program = help() + text("src/sandbox-postgres/src/main/program/vpcep-sandbox");
    private final Vocabulary names = new Vocabulary(new JavaNames(PACKAGES, VARIABLES, IN_HAND), program, OTHERS)
            .withKeysOf(DocPage.of("src/docs/guides/sandbox-config.md")
                    .fences("json")
                    .get(0))
            .withKeysOf(DocPage.of("src/sandbox/README.md").fences("json").get(0));
    private final Figures figures = figures();

    /** Every claim of the page that does not hold. */
    List<String> findings(DocPage page) {
        return Stream.concat(names.findings(page).stream(), figures.findings(page).stream())
                .toList();
    }

    /** The same of a page on which not every number has a source: the wrong ones only. */
    List<String> findingsOfChoices(DocPage page) {
        return Stream.concat(names.findings(page).stream(), figures.wrong(page).stream())
                .toList();
    }

    /** The classes, commands and places of a page for those who work on the project that are not there. */
    List<String> findingsOfWork(DocPage page) {
        return names.findings(page, OF_WORK.asMatchPredicate());
    }

    /** What is known though no page says it. */
    List<String> unused(List<DocPage> pages) {
        Set<String> spans = pages.stream()
                .flatMap(DocPage::told)
                .flatMap(block -> block.spans().stream())
                .collect(Collectors.toSet());
        return Stream.concat(
                        figures.unused(pages).stream(),
                        OTHERS.stream().filter(each -> spans.stream().noneMatch(span -> span.contains(each))))
                .toList();
    }

    private Figures figures() {
        Settings settings = new ClientBuilder<>(
                        Contract.of("pages/1", VpcepJson.mapper(), code -> null), Function.<Settings>identity())
                .endpoint("https://localhost")
                .projectId("p")
                .credentials(Credentials.token("t"))
                .build();
        var standard = io.github.vpcep.sandbox.domain.Settings.standard();
        String springBoot = major(versions("Spring Boot", 2).get(1));
        RetryPolicy retry = RetryPolicy.standard();
        String pom = text("pom.xml");
        String maven = found(pom, "<requireMavenVersion>\\s*<version>\\[([0-9.]+),\\)");
        String java = found(pom, "<maven.compiler.release>(\\d+)<");
        return new Figures()
                .with("ll # operations", names.operations())
                .with("JDK # or newer and Maven # or newer", java, maven)
                .with("Node.js # or newer", node())
                .with("up to # tries", retry.maxAttempts())
                .with("connecting may take # seconds", settings.connectTimeout().toSeconds())
                .with(
                        "silence # seconds",
                        Objects.requireNonNull(settings.options().readTimeout()).toSeconds())
                .with(
                        "a call # seconds",
                        Objects.requireNonNull(settings.options().callTimeout()).toSeconds())
                .with("have # retries at hand", found(text(CLIENT), "retryBudget = (\\d+)"))
                .with("more than # asynchronous calls", found(text(CLIENT), "callsAtATime = (\\d+)"))
                .with("at most # seconds", retry.baseDelay().toMillis() / 1000.0)
                .with("never more than # seconds", retry.maxDelay().toSeconds())
                .with("answers # to a full quota and to throttling", ErrorCode.TOO_MANY_REQUESTS.status())
                .with("status #, # or #", (Object[]) temporary())
                .with("JUnit # to #", oldest("JUnit", 2), versions("JUnit", 1).get(1))
                .with("latest # of all operations", found(text(CONTROL + "Journal.java"), "this\\((\\d+)\\)"))
                .with("# Ki characters", Journal.TEXT_LENGTH / 1024)
                .with("any id of # to # characters", 1, found(text(VPC + "Ids.java"), "LENGTH = (\\d+)"))
                .with("# services, # endpoints in a project", standard.serviceQuota(), standard.endpointQuota())
                .with("# per call (", standard.whitelistBatch())
                .with("# on a service (", standard.whitelistRecords())
                .with("at most # (", standard.endpointWhitelist())
                .with("# characters, without angle", standard.descriptionLength())
                .with("mappings per call? | #, else", standard.portMappings())
                .with(
                        "lasts # hours",
                        found(text(AUTH + "Iam.java") + text(AUTH + "Tokens.java"), "Duration.ofHours\\((\\d+)\\)"))
                .with(
                        "# minutes either way",
                        found(text(AUTH + "SignatureVerifier.java"), "Duration.ofMinutes\\((\\d+)\\)"))
                .with("; # is none", 0)
                .with("number below #", 0)
                .with("ISO # durations", 8601)
                .with("ends with # before", found(program, "exit code is (\\d+) when an option"))
                .with("types are those of the client. Jackson #", oldest("Jackson", 1))
                .with("Validator # and #", versions("Hibernate Validator", 1).toArray())
                .with("Java # and newer; CI runs the engine and the examples on # and #", newerJava(java))
                .with(
                        "OkHttp #, Jackson #, JUnit # and Hibernate Validator # on",
                        oldest("OkHttp", 2),
                        oldest("Jackson", 2),
                        oldest("JUnit", 2),
                        oldest("Hibernate Validator", 1))
                .with("Spring Boot # and #", versions("Spring Boot", 2).toArray())
                .with("Spring Boot # writes JSON with Jackson #", springBoot, oldest("Jackson 3", 1))
                .with("Jackson #, as in Spring Boot #", oldest("Jackson 3", 1), springBoot)
                .with("| Jackson # |", oldest("Jackson 3", 1))
                .with("itself keeps Jackson #", oldest("Jackson", 1))
                .with("To use OkHttp #", major(property(pom, "okhttp.newest")));
    }

    /** The Java that is demanded, and those that CI runs besides. */
    private static Object[] newerJava(String java) {
        return Stream.concat(
                        Stream.of(java),
                        Stream.of(found(text(".ci/run"), "for version in ([0-9 ]+);")
                                .split(" ")))
                .toArray();
    }

    private static String[] temporary() {
        return found(
                        text("src/runtime/src/main/java/io/github/vpcep/runtime/engine/retry/RetryRule.java"),
                        "case ([0-9, ]+) -> RetryAdvice.IDEMPOTENT")
                .split(", ");
    }

    private static String property(String pom, String name) {
        return found(pom, "<" + name + ".version>([^<]+)<");
    }

    private static String major(String version) {
        return version.replaceFirst("\\..*", "");
    }

    /** Of the versions that were tried with something, the first, with so many of its parts. */
    private static String oldest(String what, int parts) {
        return versions(what, parts).get(0);
    }

    private static List<String> versions(String what, int parts) {
        return Consumers.read().stream()
                .filter(each -> each.what().equals(what))
                .map(each -> found(each.version(), "^(\\d+(?:\\.\\d+){" + (parts - 1) + "})"))
                .toList();
    }

    private static String node() {
        return found(
                text("src/prism/src/main/java/io/github/vpcep/prism/NodeTools.java"), "Node ([0-9.]+) or newer is not");
    }

    private static String text(String file) {
        return DocPage.read(DocPage.ROOT.resolve(file));
    }

    private static String found(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("nothing there is like " + regex);
        }
        return matcher.group(1);
    }

    private static String help() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            Main.main(new String[] {"--help"});
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            System.setOut(before);
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}
