package org.penumbra.archive;

import java.nio.ByteBuffer;

/** How a file stores weights. */
public enum WeightType {

    /** IEEE 754 half precision: 11 bits of significand, up to 65 504. Half the size of a file. */
    FLOAT16("float16", Short.BYTES) {
        @Override
        void put(ByteBuffer target, float value) {
            target.putShort(HalfFloat.of(value));
        }

        @Override
        float get(ByteBuffer source) {
            return HalfFloat.toFloat(source.getShort());
        }
    },

    /** IEEE 754 single precision, as a network works with them. */
    FLOAT32("float32", Float.BYTES) {
        @Override
        void put(ByteBuffer target, float value) {
            target.putFloat(value);
        }

        @Override
        float get(ByteBuffer source) {
            return source.getFloat();
        }
    };

    private final String id;
    private final int bytes;

    WeightType(String id, int bytes) {
        this.id = id;
        this.bytes = bytes;
    }

    /** The name in files and on the command line. */
    public String id() {
        return id;
    }

    int bytes() {
        return bytes;
    }

    abstract void put(ByteBuffer target, float value);

    abstract float get(ByteBuffer source);

    /** What is left of numbers once they were stored: the nearest ones of this type. */
    public float[] rounded(float[] values) {
        ByteBuffer room = ByteBuffer.allocate(bytes);
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            put(room.clear(), values[i]);
            rounded[i] = get(room.flip());
        }
        return rounded;
    }
}
