package org.penumbra.data.image;

/** Where the ink of a 28 x 28 image lies: first and last columns and rows with ink, and its centre of mass, pixels. */
record Outline(int left, int top, int right, int bottom, double massX, double massY) {

    static Outline of(float[] image) {
        int left = 28;
        int top = 28;
        int right = -1;
        int bottom = -1;
        double mass = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < image.length; i++) {
            if (image[i] > 0) {
                left = Math.min(left, i % 28);
                right = Math.max(right, i % 28);
                top = Math.min(top, i / 28);
                bottom = Math.max(bottom, i / 28);
            }
            mass += image[i];
            x += image[i] * (double) (i % 28);
            y += image[i] * (double) (i / 28);
        }
        return new Outline(left, top, right, bottom, x / mass, y / mass);
    }

    int width() {
        return right - left + 1;
    }

    int height() {
        return bottom - top + 1;
    }
}
