namespace Sekisho.Conformity.Packs;

/// <summary>How strongly a clause binds.</summary>
public enum Strength { Must, Should, Principle, May, Prohibit, Definition, Scope, Declaration }
