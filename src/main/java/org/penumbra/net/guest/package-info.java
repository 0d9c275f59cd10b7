/**
 * Networks of DL4J as guests: a configuration whose classes were looked at before DL4J sees it, what is taken for what, and
 * answers, gradients and curvature by DL4J's own layers. It knows data, and what networks have in common; the networks of
 * this program do not know it, and files are read by {@code archive.guest}.
 */
package org.penumbra.net.guest;
