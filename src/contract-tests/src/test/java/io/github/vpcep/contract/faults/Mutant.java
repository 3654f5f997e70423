package io.github.vpcep.contract.faults;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One small change of one file of the spec folder.
 *
 * @param operator what made it
 * @param area the file or folder that was chosen
 * @param file relative to the spec folder
 * @param at the pointer to what holds the place
 * @param key of the place, or of the list that has it as an item
 * @param change what was done there
 * @param content the file with it
 */
record Mutant(
        Mutants.Operator operator, String area, String file, String at, String key, String change, JsonNode content) {
    @Override
    public String toString() {
        return file + "#" + at + ": " + change;
    }
}
