package org.penumbra.data.ink;

/**
 * A raster that lines of ink are drawn on. A pixel's ink is how far its centre lies inside the line, from half a pixel
 * outside (0) to half a pixel inside (1); where lines cross, the larger counts.
 */
public final class InkCanvas {

    private final int width;
    private final int height;
    private final float[] amount;

    public InkCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        amount = new float[width * height];
    }

    /** Draws a line whose unit is the pixel; pixel (0, 0) covers 0 to 1 in both directions. */
    public void draw(InkLine line) {
        along(line, this::cover);
    }

    /** Takes away the ink that such a line covers, of a pixel as much as drawing it would leave there. */
    void erase(InkLine line) {
        along(line, this::uncover);
    }

    /** What is done to a pixel near a line. */
    private interface Touch {
        void at(int pixel, float squaredDistance, float radius);
    }

    private void along(InkLine line, Touch touch) {
        if (line.x().length == 1) {
            piece(line, 0, 0, touch);
        }
        for (int i = 1; i < line.x().length; i++) {
            piece(line, i - 1, i, touch);
        }
    }

    /** What was drawn; shares its pixels. */
    public Ink ink() {
        return new Ink(width, height, amount);
    }

    private void piece(InkLine line, int from, int to, Touch touch) {
        float x = line.x()[from] - 0.5f;
        float y = line.y()[from] - 0.5f;
        float radius = line.radius()[from];
        float dx = line.x()[to] - line.x()[from];
        float dy = line.y()[to] - line.y()[from];
        float growth = line.radius()[to] - radius;
        float reach = Math.max(radius, radius + growth) + 0.5f;
        float length = dx * dx + dy * dy;
        float perLength = length > 0 ? 1 / length : 0;
        int top = Math.max(0, (int) Math.ceil(Math.min(y, y + dy) - reach));
        int bottom = Math.min(height - 1, (int) Math.floor(Math.max(y, y + dy) + reach));
        int left = Math.max(0, (int) Math.ceil(Math.min(x, x + dx) - reach));
        int right = Math.min(width - 1, (int) Math.floor(Math.max(x, x + dx) + reach));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                float px = column - x;
                float py = row - y;
                float along = Math.max(0, Math.min(1, (px * dx + py * dy) * perLength));
                float ox = px - along * dx;
                float oy = py - along * dy;
                touch.at(row * width + column, ox * ox + oy * oy, radius + along * growth);
            }
        }
    }

    private void cover(int pixel, float squaredDistance, float radius) {
        float outer = radius + 0.5f;
        if (squaredDistance < outer * outer && amount[pixel] < 1) {
            float inside = outer - (float) Math.sqrt(squaredDistance);
            amount[pixel] = Math.max(amount[pixel], Math.min(1, inside));
        }
    }

    private void uncover(int pixel, float squaredDistance, float radius) {
        float outer = radius + 0.5f;
        if (squaredDistance < outer * outer && amount[pixel] > 0) {
            float inside = outer - (float) Math.sqrt(squaredDistance);
            amount[pixel] = Math.min(amount[pixel], Math.max(0, 1 - inside));
        }
    }
}
