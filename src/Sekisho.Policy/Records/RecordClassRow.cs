namespace Sekisho.Policy.Records;

/// <summary>How one kind of record is kept as 公文書 (rule M7).</summary>
public sealed class RecordClassRow
{
    public const string Edition = "edition", Draft = "draft", Decision = "decision", Distribution = "distribution", Review = "review";
    public const string Dispose = "dispose", Transfer = "transfer";

    public required string Code { get; init; }
    /// <summary>文書分類 of the city's own table.</summary>
    public required string Series { get; set; }
    /// <summary>保存年限, from 1 April after the record's day.</summary>
    public required int RetentionYears { get; set; }
    /// <summary>満了時の措置: dispose (廃棄) or transfer (移管).</summary>
    public required string Expiry { get; set; }
    public int RowVersion { get; set; } = 1;
}
