package io.github.vpcep.templates;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The generator's settings, read from the poms and applied as its Maven plugin applies them. */
final class Settings {
    /** What goes in, where it comes out, and what becomes of it then: here the caller says so. */
    private static final Set<String> OF_THE_BUILD =
            Set.of("skip", "inputSpec", "output", "cleanupOutput", "minimalUpdate", "addCompileSourceRoot");

    /** That of the whole project, which the poms refer to. */
    private static final String GROUP_ID = groupId();

    private final Map<String, Element> elements;

    private Settings(Map<String, Element> elements) {
        this.elements = elements;
    }

    /** Reads one execution of the generator: what the parent says, and the module's own over it. */
    static Settings read(Path parentPom, Path modulePom, String execution) {
        Map<String, Element> elements = configuration(parentPom, execution);
        configuration(modulePom, execution).forEach((name, own) -> elements.merge(name, own, Settings::over));
        return new Settings(elements);
    }

    private static Element over(Element inherited, Element own) {
        if (!own.getAttribute("combine.self").equals("override")) {
            Set<String> stated = byName(own).keySet();
            for (Element each : children(inherited)) {
                if (!stated.contains(each.getTagName())) {
                    own.appendChild(own.getOwnerDocument().importNode(each, true));
                }
            }
        }
        return own;
    }

    private static Map<String, Element> configuration(Path pom, String execution) {
        for (Element each : elements(root(pom).getElementsByTagName("execution"))) {
            Element plugin = (Element) each.getParentNode().getParentNode();
            if (has(each, "id", execution) && has(plugin, "artifactId", "openapi-generator-maven-plugin")) {
                Element configuration = byName(each).get("configuration");
                return configuration == null ? new LinkedHashMap<>() : byName(configuration);
            }
        }
        return new LinkedHashMap<>();
    }

    private static Element root(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read " + pom, e);
        }
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private static List<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    private static Map<String, Element> byName(Element parent) {
        Map<String, Element> byName = new LinkedHashMap<>();
        children(parent).forEach(each -> byName.put(each.getTagName(), each));
        return byName;
    }

    private static boolean has(Element parent, String name, String value) {
        Element element = byName(parent).get(name);
        return element != null && element.getTextContent().strip().equals(value);
    }

    private static String groupId() {
        return elements(root(Project.ROOT.resolve("pom.xml")).getElementsByTagName("groupId"))
                .get(0)
                .getTextContent()
                .strip();
    }

    private static String text(Element element) {
        String text = element.getTextContent()
                .strip()
                .replace("${vpcep.root}", Project.ROOT.toString())
                .replace("${project.groupId}", GROUP_ID);
        if (text.contains("${")) {
            throw new IllegalStateException("<" + element.getTagName() + "> uses a property unknown here: " + text);
        }
        return text;
    }

    /**
     * The generator's input for a spec and a folder of templates, with its process-wide settings made; good for one run
     * on this thread.
     */
    ClientOptInput input(Path spec, Path templates, Path output) {
        CodegenConfigurator configurator = new CodegenConfigurator();
        configurator.setInputSpec(spec.toString());
        configurator.setOutputDir(output.toString());

        GlobalSettings.reset();
        elements.forEach((name, element) -> apply(configurator, templates, name, element));
        for (String kind : List.of(CodegenConstants.APIS, CodegenConstants.MODELS, CodegenConstants.SUPPORTING_FILES)) {
            GlobalSettings.setProperty(kind, "");
        }

        Element options = elements.get("configOptions");
        if (options != null) {
            children(options).forEach(each -> configurator.addAdditionalProperty(each.getTagName(), value(each)));
        }
        return configurator.toClientOptInput();
    }

    /** As the plugin does: templates and generator ask for booleans. */
    private static Object value(Element element) {
        String text = text(element);
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    private static void apply(CodegenConfigurator configurator, Path templates, String name, Element element) {
        switch (name) {
            case "generatorName" -> configurator.setGeneratorName(text(element));
            case "apiPackage" -> configurator.setApiPackage(text(element));
            case "modelPackage" -> configurator.setModelPackage(text(element));
            case "templateDirectory" ->
                configurator.setTemplateDir(
                        templates.resolve(Path.of(text(element)).getFileName()).toString());
            default -> {
                if (!name.equals("configOptions") && !OF_THE_BUILD.contains(name)) {
                    throw new IllegalStateException("<" + name + "> of the poms is not applied here: add it");
                }
            }
        }
    }
}
