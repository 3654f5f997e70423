package io.github.vpcep.specdiff;

import java.nio.file.Path;
import java.util.List;

/** Prints what the working tree's spec changes against another one. */
public final class Main {
    private Main() {}

    /**
     * Prints the report.
     *
     * @param arguments the top folder of the repository, the base, and the command that runs Maven
     */
    public static void main(String[] arguments) {
        Contracts contracts = new Contracts(
                Path.of(arguments[0]).toAbsolutePath().normalize(),
                List.of(arguments).subList(2, arguments.length));
        Contract base = contracts.base(arguments[1]);
        Contract now = contracts.workingTree();
        System.out.println("\n" + Report.of(base, now, SpecDiff.between(base, now)) + "\n");
    }
}
