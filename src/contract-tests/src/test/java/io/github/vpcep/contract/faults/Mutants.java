package io.github.vpcep.contract.faults;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.vpcep.contract.spec.SpecFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Changes of the spec folder, made by operators at random: the same seed makes the same changes of the same folder. */
final class Mutants {
    /** Where changes are made; each is as likely, however many files it has. */
    private static final List<String> AREAS = List.of(
            "openapi.yaml",
            "errata.yaml",
            "schemas/ErrorCode.yaml",
            "facts/objects.yaml",
            "paths",
            "schemas",
            "parameters",
            "responses",
            "headers",
            "examples",
            "facts",
            "facts/editions");

    private final Random random;
    private final Map<String, List<Site>> sites = new LinkedHashMap<>();

    /** By key, each value that stands under it anywhere: what is likely to be written there by mistake. */
    private final Map<String, List<JsonNode>> values = new LinkedHashMap<>();

    /** By the key of an object, each entry that an object under that key has anywhere. */
    private final Map<String, List<Map.Entry<String, JsonNode>>> entries = new LinkedHashMap<>();

    private final SpecFolder spec;

    Mutants(SpecFolder spec, long seed) {
        this.spec = spec;
        this.random = new Random(seed);
        for (String area : AREAS) {
            List<Site> of = new ArrayList<>();
            (area.endsWith(".yaml") ? List.of(area) : spec.files(area))
                    .forEach(file -> collect(file, JsonPointer.empty(), "", spec.file(file), of));
            sites.put(area, of);
        }
        values.replaceAll((key, of) -> List.copyOf(new LinkedHashSet<>(of)));
        entries.replaceAll((key, of) -> List.copyOf(new LinkedHashSet<>(of)));
    }

    /** An entry of an object, or an item of a list. */
    private record Site(String file, JsonPointer holder, String holderKey, String key, int index) {
        boolean isItem() {
            return key.isEmpty();
        }
    }

    private void collect(String file, JsonPointer at, String key, JsonNode node, List<Site> into) {
        int index = 0;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            into.add(new Site(file, at, key, entry.getKey(), index++));
            values.computeIfAbsent(entry.getKey(), each -> new ArrayList<>()).add(entry.getValue());
            entries.computeIfAbsent(kindOf(key), each -> new ArrayList<>())
                    .add(Map.entry(entry.getKey(), entry.getValue()));
            collect(file, at.appendProperty(entry.getKey()), entry.getKey(), entry.getValue(), into);
        }
        for (int item = 0; node.isArray() && item < node.size(); item++) {
            into.add(new Site(file, at, key, "", item));
            values.computeIfAbsent(key, each -> new ArrayList<>()).add(node.get(item));
            collect(file, at.appendIndex(item), key, node.get(item), into);
        }
    }

    /** Objects by whose keys nothing is told are of one kind. */
    private static String kindOf(String key) {
        return key.matches("schema|items|responses|headers|content|info|components|value|decision") ? key : "";
    }

    /** The next change that a suite could notice. */
    Mutant next() {
        while (true) {
            String area = AREAS.get(random.nextInt(AREAS.size()));
            Operator operator = pick(List.of(Operator.values()));
            Site site = pick(sites, area);
            JsonNode changed = spec.file(site.file()).deepCopy();
            JsonNode holder = changed.at(site.holder());
            Optional<String> change = operator.apply(this, site, holder);
            if (change.isPresent() && !changed.equals(spec.file(site.file()))) {
                return new Mutant(
                        operator,
                        area,
                        site.file(),
                        site.holder() + "",
                        site.isItem() ? site.holderKey() : site.key(),
                        change.get(),
                        changed);
            }
        }
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> T pick(Map<String, List<T>> of, String key) {
        return pick(of.getOrDefault(key, List.of()));
    }

    /** What is done at a place. */
    enum Operator {
        DROP {
            @Override
            Optional<String> apply(Mutants in, Site site, JsonNode holder) {
                String what = nameOf(site, holder);
                if (site.isItem()) {
                    ((ArrayNode) holder).remove(site.index());
                } else {
                    ((ObjectNode) holder).remove(site.key());
                }
                return Optional.of("drop " + what);
            }
        },
        RENAME {
            @Override
            Optional<String> apply(Mutants in, Site site, JsonNode holder) {
                if (site.isItem()) {
                    return Optional.empty();
                }
                rename((ObjectNode) holder, site.key(), site.key() + "x");
                return Optional.of("rename " + site.key());
            }
        },
        RETYPE {
            @Override
            Optional<String> apply(Mutants in, Site site, JsonNode holder) {
                JsonNode value = valueAt(site, holder);
                ArrayNode list = ((ContainerNode<?>) holder).arrayNode();
                JsonNode other = value.isArray()
                        ? (value.isEmpty() ? list.textNode("x") : value.get(0))
                        : value.isNumber() || value.isObject()
                                ? list.add(value)
                                : value.isBoolean() ? list.textNode("perhaps") : list.numberNode(7);
                set(site, holder, other);
                return Optional.of("retype " + nameOf(site, holder));
            }
        },
        CHANGE {
            @Override
            Optional<String> apply(Mutants in, Site site, JsonNode holder) {
                JsonNode value = valueAt(site, holder);
                ContainerNode<?> make = (ContainerNode<?>) holder;
                if (value.isContainerNode()) {
                    return Optional.empty();
                }
                JsonNode other = value.isBoolean()
                        ? make.booleanNode(!value.asBoolean())
                        : value.isIntegralNumber()
                                ? make.numberNode(value.asLong() + (in.random.nextBoolean() ? 1 : -1))
                                : make.textNode(slip(in.random, value.asText()));
                set(site, holder, other);
                return Optional.of("change " + nameOf(site, holder) + " from " + value + " to " + other);
            }
        },
        /** The value that the same key has elsewhere. */
        BORROW {
            @Override
            Optional<String> apply(Mutants in, Site site, JsonNode holder) {
                JsonNode value = valueAt(site, holder);
                JsonNode other = in.pick(in.values, site.isItem() ? site.holderKey() : site.key());
                if (other.isContainerNode() || value.isContainerNode()) {
                    return Optional.empty();
                }
                set(site, holder, other);
                return Optional.of("borrow " + nameOf(site, holder) + " from " + value + " to " + other);
            }
        },
        /** The values of two neighbours. */
        SWAP {
            @Override
            Optional<String> apply(Mutants in, Site site, JsonNode holder) {
                if (site.isItem()) {
                    if (site.index() == 0) {
                        return Optional.empty();
                    }
                    ArrayNode list = (ArrayNode) holder;
                    JsonNode one = list.get(site.index() - 1);
                    list.set(site.index() - 1, list.get(site.index()));
                    list.set(site.index(), one);
                    return Optional.of("swap items " + (site.index() - 1) + " and " + site.index());
                }
                List<String> keys = new ArrayList<>();
                holder.fieldNames().forEachRemaining(keys::add);
                int at = keys.indexOf(site.key());
                if (at == 0) {
                    return Optional.empty();
                }
                String before = keys.get(at - 1);
                JsonNode one = holder.get(before);
                ((ObjectNode) holder).set(before, holder.get(site.key()));
                ((ObjectNode) holder).set(site.key(), one);
                return Optional.of("swap " + before + " and " + site.key());
            }
        },
        /** Into the object beside it. */
        MOVE {
            @Override
            Optional<String> apply(Mutants in, Site site, JsonNode holder) {
                List<ObjectNode> objects = new ArrayList<>();
                holder.forEach(each -> {
                    if (each instanceof ObjectNode object && !object.isEmpty()) {
                        objects.add(object);
                    }
                });
                if (objects.size() < 2) {
                    return Optional.empty();
                }
                int place = in.random.nextInt(objects.size());
                ObjectNode from = objects.get(place);
                ObjectNode to = objects.get((place + 1) % objects.size());
                String key = in.pick(List.copyOf(from.properties())).getKey();
                if (to.has(key)) {
                    return Optional.empty();
                }
                to.set(key, from.remove(key));
                return Optional.of("move " + key + " to a neighbour");
            }
        },
        /** What such an object has elsewhere. */
        ADD {
            @Override
            Optional<String> apply(Mutants in, Site site, JsonNode holder) {
                if (!holder.isObject()) {
                    return Optional.empty();
                }
                Map.Entry<String, JsonNode> entry = in.pick(in.entries, kindOf(site.holderKey()));
                if (holder.has(entry.getKey())) {
                    return Optional.empty();
                }
                ((ObjectNode) holder).set(entry.getKey(), entry.getValue());
                return Optional.of("add " + entry.getKey() + ": " + entry.getValue());
            }
        },
        /** An item twice. */
        REPEAT {
            @Override
            Optional<String> apply(Mutants in, Site site, JsonNode holder) {
                if (!site.isItem()) {
                    return Optional.empty();
                }
                ((ArrayNode) holder).insert(site.index(), holder.get(site.index()));
                return Optional.of("repeat item " + site.index());
            }
        };

        /** Changes the holder of a place and says how, or nothing when it does not fit there. */
        abstract Optional<String> apply(Mutants in, Site site, JsonNode holder);

        private static String nameOf(Site site, JsonNode holder) {
            return site.isItem() ? "item " + site.index() + " " + brief(holder.get(site.index())) : site.key();
        }

        private static String brief(JsonNode node) {
            String text = String.valueOf(node);
            return text.length() > 80 ? text.substring(0, 80) + "…" : text;
        }

        private static JsonNode valueAt(Site site, JsonNode holder) {
            return site.isItem() ? holder.get(site.index()) : holder.get(site.key());
        }

        private static void set(Site site, JsonNode holder, JsonNode value) {
            if (site.isItem()) {
                ((ArrayNode) holder).set(site.index(), value);
            } else {
                ((ObjectNode) holder).set(site.key(), value);
            }
        }

        private static void rename(ObjectNode holder, String key, String name) {
            Map<String, JsonNode> entries = new LinkedHashMap<>();
            holder.properties()
                    .forEach(
                            entry -> entries.put(entry.getKey().equals(key) ? name : entry.getKey(), entry.getValue()));
            holder.removeAll();
            holder.setAll(entries);
        }

        /** A letter or digit that is wrong. */
        private static String slip(Random random, String text) {
            List<Integer> places = new ArrayList<>();
            for (int at = 0; at < text.length(); at++) {
                if (Character.isLetterOrDigit(text.charAt(at))) {
                    places.add(at);
                }
            }
            if (places.isEmpty()) {
                return text + "x";
            }
            int place = places.get(random.nextInt(places.size()));
            char old = text.charAt(place);
            char other = Character.isDigit(old)
                    ? (char) ('0' + (old - '0' + 1 + random.nextInt(9)) % 10)
                    : old == 'q' ? 'z' : 'q';
            return text.substring(0, place) + other + text.substring(place + 1);
        }
    }
}
