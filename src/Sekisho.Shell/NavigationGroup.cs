namespace Sekisho.Shell;

/// <summary>The six groups of the left menu, in their order. The first has no heading.</summary>
public enum NavigationGroup { Today, Conformity, Gateway, Information, Affairs, Organisation }
