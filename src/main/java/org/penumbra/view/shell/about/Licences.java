package org.penumbra.view.shell.about;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the program is made of, with its licences, as the build has listed it (CycloneDX). */
final class Licences {

    /** The list, in the program's jar. */
    static final String RESOURCE = "/META-INF/sbom/bom.json";

    private Licences() {}

    /** A line for each part, by their names; empty where this build has made no list. */
    static List<String> lines() {
        try (InputStream stream = Licences.class.getResourceAsStream(RESOURCE)) {
            return stream == null ? List.of() : lines(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of licences cannot be read", e);
        }
    }

    static List<String> lines(JsonNode bom) {
        List<String> lines = new ArrayList<>();
        for (JsonNode part : bom.path("components")) {
            lines.add(part.path("name").asText() + " " + part.path("version").asText() + ": " + licences(part));
        }
        lines.sort(String.CASE_INSENSITIVE_ORDER);
        return lines;
    }

    private static String licences(JsonNode part) {
        List<String> names = new ArrayList<>();
        for (JsonNode licence : part.path("licenses")) {
            Optional.ofNullable(licence.get("expression"))
                    .or(() -> Optional.ofNullable(licence.path("license").get("id")))
                    .or(() -> Optional.ofNullable(licence.path("license").get("name")))
                    .ifPresent(name -> names.add(name.asText()));
        }
        return names.isEmpty() ? "no licence named" : String.join(" or ", names);
    }
}
