package io.jenkins.plugins.gomodules.verify;

import io.jenkins.plugins.gomodules.modzip.TreeRemark;
import java.io.Serializable;

/**
 * Something in an extracted module that the go command does not make.
 *
 * @param module {@code path@version}
 * @param remark what and where
 */
public record Remark(String module, TreeRemark remark) implements Serializable {
    private static final long serialVersionUID = 1L;
}
