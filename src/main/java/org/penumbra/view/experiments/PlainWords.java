package org.penumbra.view.experiments;

/** Paragraphs in Markdown as they are read in a window: without marks for bold letters, code and links. */
final class PlainWords {

    private PlainWords() {}

    static String of(String markdown) {
        return markdown.strip()
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replace("**", "")
                .replace("`", "")
                .replaceAll("(?m)^[-*] ", "\u2022 ")
                .replaceAll("(?<!\\n)\\n(?!\\n|\u2022)", " ");
    }
}
