package org.penumbra.dist;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A digit written by hand, for a program that has no data yet. */
final class TrialDigit {

    private static final int SIDE = 280;

    private TrialDigit() {}

    /** A seven in dark ink on white paper, as a PNG picture. */
    static byte[] seven() throws IOException {
        BufferedImage paper = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(24, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        line.moveTo(80, 65);
        line.curveTo(120, 60, 160, 65, 195, 62);
        line.curveTo(185, 110, 150, 160, 125, 225);
        pen.draw(line);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(paper, "png", bytes);
        return bytes.toByteArray();
    }
}
