package org.penumbra.experiment.report;

/** The name that a part of a report gives its files. */
final class PartId {

    private PartId() {}

    /**
     * A name that is a file's on every system, and needs no quoting in a link.
     *
     * @throws IllegalArgumentException when it is none
     */
    static void require(String id) {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 120) {
            throw new IllegalArgumentException(
                    "id: expected letters a to z, digits and single hyphens, at most 120, but got \"" + id + "\"");
        }
    }
}
