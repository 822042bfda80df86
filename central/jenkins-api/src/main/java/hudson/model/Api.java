package hudson.model;

/** The remote API of an exported bean; there is no web server here to serve it. */
public class Api {
    public final Object bean;

    public Api(Object bean) {
        this.bean = bean;
    }
}
