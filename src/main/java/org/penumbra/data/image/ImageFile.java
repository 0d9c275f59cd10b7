package org.penumbra.data.image;

import java.util.List;

/** The four files an image data set comes in, as MNIST named them. */
public enum ImageFile {

    /** Images to learn from. */
    TRAINING_IMAGES("train-images", "train-images", "idx3-ubyte"),
    /** Their classes. */
    TRAINING_LABELS("train-labels", "train-labels", "idx1-ubyte"),
    /** Images that take no part in any choice. */
    TEST_IMAGES("t10k-images", "test-images", "idx3-ubyte"),
    /** Their classes. */
    TEST_LABELS("t10k-labels", "test-labels", "idx1-ubyte");

    private final String stem;
    private final String emnistStem;
    private final String kind;

    ImageFile(String stem, String emnistStem, String kind) {
        this.stem = stem;
        this.emnistStem = emnistStem;
        this.kind = kind;
    }

    /** The name it is published under, unpacked; packed it ends in ".gz". */
    public String standardName() {
        return stem + "-" + kind;
    }

    /** What EMNIST calls it, behind the name of the set and unpacked: "test-images-idx3-ubyte". */
    String emnistName() {
        return emnistStem + "-" + kind;
    }

    /** Whether it holds images, not labels. */
    public boolean holdsImages() {
        return this == TRAINING_IMAGES || this == TEST_IMAGES;
    }

    /**
     * Where it may lie below a folder, the likeliest first. Some archives write a dot for the second dash, and some
     * tools unpack a file into a folder of its name.
     */
    public List<String> spellings() {
        String plain = standardName();
        String dotted = stem + "." + kind;
        return List.of(plain + ".gz", plain, dotted + ".gz", dotted, plain + "/" + plain, dotted + "/" + dotted);
    }
}
