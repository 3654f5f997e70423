package io.github.vpcep.contract.spec;

/** A case of a suite that is about one operation, so that the operations without cases can be told. */
public interface OfOperation {
    /** The operationId. */
    String operation();
}
