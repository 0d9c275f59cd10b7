package org.penumbra.speed;

/** What an engine is timed at. */
public enum Task {

    /** A step of training on 128 images. */
    TRAIN("training, 128 a step"),

    /** Answers for 1000 images in one call. */
    MANY("answers, 1000 at once"),

    /** Answers for one image in one call. */
    ONE("answers, one at once"),

    /** A product of two matrices of 1024 x 1024 single-precision numbers. */
    PRODUCT("product of 1024 x 1024");

    /** Rows and columns of the matrices of {@link #PRODUCT}. */
    public static final int SIDE = 1024;

    private final String title;

    Task(String title) {
        this.title = title;
    }

    /** What a table calls it. */
    public String title() {
        return title;
    }
}
