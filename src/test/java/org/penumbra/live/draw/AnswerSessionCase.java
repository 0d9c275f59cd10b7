package org.penumbra.live.draw;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.Await.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.penumbra.archive.Models;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;

/** What tests of {@link AnswerSession} share: models that ship, digits, sessions that are closed, and patience. */
abstract class AnswerSessionCase {

    static final long SEED = 20_261_126;
    static final ImageSet DIGITS = new BuiltInDigits(1, 700, SEED).make().test();
    static final ImageModel CNN = Models.shipped("mnist-cnn");
    static final ImageModel COOL = Models.shipped("mnist-cool");
    static final ImageModel SYM = Models.shipped("mnist-dae-sym");
    static final ImageModel ASYM = Models.shipped("mnist-dae-asym");
    static final List<ImageModel> ALL = List.of(CNN, COOL, SYM, ASYM);

    private final List<AnswerSession> sessions = new ArrayList<>();

    final AnswerSession start(Function<ImageModel, ImageClassifier> networks) {
        AnswerSession session = new AnswerSession(networks);
        sessions.add(session);
        return session;
    }

    final AnswerSession start() {
        return start(ImageModel::network);
    }

    @AfterEach
    void close() throws InterruptedException {
        for (AnswerSession session : sessions) {
            session.close();
            assertTrue(session.awaitEnd(20, TimeUnit.SECONDS), "the engine thread must end");
        }
    }

    /** The next frame of this image. */
    static AnswerFrame frame(AnswerSession session, long number) {
        AnswerFrame frame = anyFrame(session);
        while (frame.number() != number) {
            frame = anyFrame(session);
        }
        return frame;
    }

    static AnswerFrame anyFrame(AnswerSession session) {
        AnswerFrame[] frame = new AnswerFrame[1];
        await(() -> session.takeFrame().map(taken -> frame[0] = taken).isPresent(), "a frame");
        assertNotNull(frame[0]);
        return frame[0];
    }
}
