package io.github.vpcep.sandbox.program;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What stands on the command line. Immutable. */
final class Options {
    /** The store that needs no database. */
    private static final String MEMORY = "memory";

    private static final String DATABASE = "jdbc:postgresql:";

    private static final String PEM = ".pem";

    private static final String CHINESE = "zh";

    static final String HELP = """
        Usage: java -jar vpcep-sandbox.jar [options]

        A stateful VPC Endpoint service on your own machine.

          --host ADDRESS  address to listen on (default 127.0.0.1)
          --port NUMBER   port to listen on, 0 for a free one (default 8280)
          --store STORE   where the state is kept: memory (default), or a URL that
                          begins with jdbc:postgresql: and may hold user and password,
                          as in jdbc:postgresql://localhost/vpcep?user=vpcep
          --store-wait S  how many seconds a database that is not up yet is waited for
                          (default 60)
          --config FILE   JSON with any of region, strict, accounts, quotas, limits,
                          public_services, vpcs, delays, control, metadata
          --strict        refuse requests with properties or parameters that the
                          contract does not have; else the log tells them
          --seed FILE     JSON with services and endpoints to begin with, not used
                          when an account of the set-up has any already
          --tls FILE      HTTPS, as the key store FILE says (.p12, .pfx or .jks), whose
                          password is in VPCEP_TLS_PASSWORD; or with a certificate made
                          now, and FILE (.pem) is written for clients to trust it
          --control-key K what callers of the control API below /_sandbox have to send in
                          X-Sandbox-Key, else VPCEP_CONTROL_KEY of the environment; on
                          another address than a loopback one it is needed
          --no-control    without the control API
          --metadata-port N port on 127.0.0.1 of a metadata service as a cloud server has
                          it, which gives out temporary keys of the first account, 0 for
                          a free one (default: there is none); clients find it by
                          VPCEP_METADATA_ENDPOINT
          --lang LANG     language of this help: en or zh (default: that of the machine)
          --help          show this and end
          --version       show the version and end

        Ctrl-C ends it. The exit code is 2 when an option is not understood, 1 when
        the sandbox cannot start for another reason.
        """;

    static final String HELP_IN_CHINESE = """
        用法：java -jar vpcep-sandbox.jar [选项]

        在自己的机器上运行的、有状态的 VPC 终端节点服务。

          --host ADDRESS  监听的地址（默认 127.0.0.1）
          --port NUMBER   监听的端口，0 表示任选一个空闲端口（默认 8280）
          --store STORE   状态保存在哪里：memory（默认，内存），或者以 jdbc:postgresql:
                          开头的 URL，其中可以带用户和密码，
                          例如 jdbc:postgresql://localhost/vpcep?user=vpcep
          --store-wait S  数据库尚未启动时等待多少秒（默认 60）
          --config FILE   JSON 文件，可以包含 region、strict、accounts、quotas、limits、
                          public_services、vpcs、delays、control、metadata 中的任何几项
          --strict        拒绝带有契约中没有的属性或参数的请求；不加则只在日志中说明
          --seed FILE     JSON 文件，包含启动时就有的服务和终端节点；
                          配置中的账号已有资源时不使用
          --tls FILE      HTTPS：使用密钥库 FILE（.p12、.pfx 或 .jks），其密码在
                          VPCEP_TLS_PASSWORD 中；或者使用现场生成的证书，
                          并写入 FILE（.pem），供客户端信任
          --control-key K 调用 /_sandbox 下的控制 API 时须在 X-Sandbox-Key 中发送的密钥；
                          也可来自 VPCEP_CONTROL_KEY。监听非回环地址时必须提供
          --no-control    不提供控制 API
          --metadata-port N 在 127.0.0.1 的此端口上提供云服务器那样的元数据服务，
                          发放第一个账号的临时密钥，0 表示任选一个空闲端口
                          （默认不提供）；客户端通过 VPCEP_METADATA_ENDPOINT 找到它
          --lang LANG     本帮助的语言：en 或 zh（默认为本机的语言）
          --help          显示本帮助并结束
          --version       显示版本并结束

        按 Ctrl-C 结束。选项无法理解时退出码为 2，
        沙箱因其他原因无法启动时退出码为 1。
        """;

    private final Map<Name, String> values;

    private Options(Map<Name, String> values) {
        this.values = values;
    }

    /**
     * Reads a command line. A value follows its option, as the next word or after an equals sign.
     *
     * @throws BadOptionException if something on it is not allowed
     */
    static Options of(String... words) {
        Map<Name, String> values = new EnumMap<>(Name.class);
        int next = 0;
        while (next < words.length) {
            String word = words[next++];
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            Name name = Name.of(equals < 0 ? word : word.substring(0, equals));
            String value = "";
            if (equals >= 0) {
                value = word.substring(equals + 1);
            } else if (name.takesValue() && next < words.length && !words[next].startsWith("--")) {
                value = words[next++];
            }
            name.check(value, equals >= 0);
            if (values.put(name, value) != null) {
                throw new BadOptionException(name.text() + " is given twice; allowed is once");
            }
        }
        return new Options(values);
    }

    boolean help() {
        return values.containsKey(Name.HELP);
    }

    /** What the help says, in the language that was asked for, else in that of the machine if it is there. */
    String helpText(Locale machine) {
        return values.getOrDefault(Name.LANG, machine.getLanguage()).equals(CHINESE) ? HELP_IN_CHINESE : HELP;
    }

    boolean version() {
        return values.containsKey(Name.VERSION);
    }

    String host() {
        return values.getOrDefault(Name.HOST, "127.0.0.1");
    }

    int port() {
        return Integer.parseInt(values.getOrDefault(Name.PORT, "8280"));
    }

    /** The URL of the database that keeps the state; absent when memory does. */
    Optional<String> database() {
        return Optional.ofNullable(values.get(Name.STORE)).filter(each -> !each.equals(MEMORY));
    }

    /** How long that database is waited for. */
    Duration storeWait() {
        return Duration.ofSeconds(Integer.parseInt(values.getOrDefault(Name.STORE_WAIT, "60")));
    }

    /** Whether requests may have nothing that the contract has not. */
    boolean strict() {
        return values.containsKey(Name.STRICT);
    }

    /** What callers of the control API have to send. */
    Optional<String> controlKey() {
        return Optional.ofNullable(values.get(Name.CONTROL_KEY));
    }

    /** Whether there is to be no control API. */
    boolean noControl() {
        return values.containsKey(Name.NO_CONTROL);
    }

    /** The port of the metadata service, 0 for a free one; empty where the command line names none. */
    OptionalInt metadataPort() {
        String port = values.get(Name.METADATA_PORT);
        return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
    }

    Optional<Path> config() {
        return Optional.ofNullable(values.get(Name.CONFIG)).map(Path::of);
    }

    Optional<Path> seed() {
        return Optional.ofNullable(values.get(Name.SEED)).map(Path::of);
    }

    /** Where the certificate is, or is to be told. */
    Optional<Path> tls() {
        return Optional.ofNullable(values.get(Name.TLS)).map(Path::of);
    }

    /** Whether it brings a certificate, and does not ask for one. */
    boolean hasKeyStore() {
        return tls().filter(file -> !file.toString().endsWith(PEM)).isPresent();
    }

    /** Every option, in the order of the help. */
    private enum Name {
        HOST("an address of this machine, such as 127.0.0.1 or 0.0.0.0"),
        PORT("a number from 0 to 65535"),
        STORE("memory, or a URL that begins with " + DATABASE),
        STORE_WAIT("a number of seconds from 0 to 3600"),
        CONFIG("the path of a file of JSON"),
        STRICT(""),
        SEED("the path of a file of JSON"),
        TLS("the path of a key store, .p12, .pfx or .jks, or of a file to write, .pem"),
        CONTROL_KEY("16 visible characters of ASCII at least"),
        NO_CONTROL(""),
        METADATA_PORT(PORT.allowed),
        LANG("en or zh"),
        HELP(""),
        VERSION("");

        private final String allowed;

        Name(String allowed) {
            this.allowed = allowed;
        }

        static Name of(String text) {
            for (Name each : values()) {
                if (each.text().equals(text)) {
                    return each;
                }
            }
            throw new BadOptionException("unknown option " + text
                    + "; allowed are --host, --port, --store, --store-wait, --config, --strict, --seed, --tls,"
                    + " --control-key, --no-control, --metadata-port, --lang, --help and --version");
        }

        String text() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean takesValue() {
            return !allowed.isEmpty();
        }

        void check(String value, boolean afterEquals) {
            if (!takesValue()) {
                if (afterEquals) {
                    throw new BadOptionException(text() + " takes no value");
                }
            } else if (value.isBlank()) {
                throw new BadOptionException(text() + " needs a value; allowed is " + allowed);
            } else if (!isAllowed(value)) {
                String shown = this == CONTROL_KEY ? "***" : Secrets.maskedUrl(value);
                throw new BadOptionException(text() + " is " + shown + "; allowed is " + allowed);
            }
        }

        private boolean isAllowed(String value) {
            return switch (this) {
                case PORT, METADATA_PORT -> value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65535;
                case STORE_WAIT -> value.matches("[0-9]{1,4}") && Integer.parseInt(value) <= 3600;
                case CONTROL_KEY -> value.matches("[!-~]{16,}");
                case LANG -> value.equals("en") || value.equals(CHINESE);
                case STORE -> value.equals(MEMORY) || value.startsWith(DATABASE);
                case CONFIG, SEED -> isPath(value);
                case TLS -> value.matches(".+\\.(p12|pfx|jks|pem)") && isPath(value);
                default -> true;
            };
        }

        private static boolean isPath(String value) {
            try {
                return Path.of(value).getNameCount() >= 0;
            } catch (InvalidPathException e) {
                return false;
            }
        }
    }
}
