package org.penumbra.preset;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Which word somebody probably meant. */
final class Spelling {

    private Spelling() {}

    /** The word that the fewest letters separate from what was typed, upper and lower case being the same. */
    static String nearest(String typed, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(word -> edits(lower(typed), lower(word))))
                .orElseThrow();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance: letters to insert, delete or replace. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}
