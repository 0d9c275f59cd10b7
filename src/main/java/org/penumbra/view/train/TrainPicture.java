package org.penumbra.view.train;

/** The pictures of a run, in the order in which they are seen. */
enum TrainPicture {
    LOSSES("losses", "Losses"),
    ACCURACY("accuracy", "Accuracy"),
    CONFUSION("confusion", "Confusion"),
    SPREAD("known-unknown", "Known against unknown"),
    FILTERS("filters", "First-layer filters"),
    WATCHED("watched-images", "The watched images");

    private final String fileName;
    private final String title;

    TrainPicture(String fileName, String title) {
        this.fileName = fileName;
        this.title = title;
    }

    /** What its file is called, without its ending. */
    String fileName() {
        return fileName;
    }

    /** What people call it. */
    String title() {
        return title;
    }
}
