package org.penumbra.data.plane;

import java.util.ArrayList;
import java.util.List;

/**
 * Points that were read from a file.
 *
 * @param points the points, in the order of the file; from here on they are as those painted by hand
 * @param names  what the file calls the classes, in the order of their numbers
 */
public record FilePoints(PaintedPoints points, List<String> names) {

    public FilePoints {
        names = List.copyOf(names);
    }

    /** Whether the file numbers its classes as the program does. */
    public boolean numbered() {
        for (int k = 0; k < names.size(); k++) {
            if (!names.get(k).equals(Integer.toString(k))) {
                return false;
            }
        }
        return true;
    }

    /** How many points, and which class of the file has which number: "150 points; class 0 is setosa, class 1 is virginica". */
    public String summary() {
        int count = points.points().size();
        String size = count + (count == 1 ? " point" : " points");
        if (numbered()) {
            return size + " of " + names.size() + (names.size() == 1 ? " class" : " classes");
        }
        List<String> parts = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            parts.add("class " + k + " is " + names.get(k));
        }
        return size + "; " + String.join(", ", parts);
    }
}
