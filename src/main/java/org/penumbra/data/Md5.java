package org.penumbra.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** MD5 as it is published beside data sets: it tells a damaged file, not a forged one. */
public final class Md5 {

    private final MessageDigest digest;

    public Md5() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no MD5, which every Java must have", e);
        }
    }

    public void update(byte[] bytes, int at, int length) {
        digest.update(bytes, at, length);
    }

    /** The sum of everything so far, in hexadecimal; begins anew. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
