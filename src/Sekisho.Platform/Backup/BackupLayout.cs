namespace Sekisho.Platform.Backup;

/// <summary>Names inside a backup: a POSIX tar with the database first, then the objects, the manifest last.</summary>
public static class BackupLayout
{
    public const int Format = 1;
    public const string Database = "database.dump", Manifest = "manifest.json", Objects = "objects/", Checkpoints = "checkpoints/";

    /// <summary>Tables whose rows are kept apart, with a shorter life (rule T11): destroying a key then reaches the backups too.</summary>
    public static IReadOnlyList<string> KeyTables { get; } = ["data_key", "side_key", "store_key", "protection_key"];

    /// <summary>Where the keys of a backup lie unless said otherwise.</summary>
    public static string KeysOf(string file) => file + ".keys";
}
