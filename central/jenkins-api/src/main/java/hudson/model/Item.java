package hudson.model;

public interface Item extends ModelObject {
    ItemGroup<? extends Item> getParent();

    String getName();

    String getFullName();
}
