using Sekisho.Sanitizing.Identification;

namespace Sekisho.Sanitizing.Compound;

/// <summary>What a compound file is by the streams below its root (matrix §2).</summary>
internal static class CompoundKinds
{
    internal static FileKind Of(CompoundDocument file)
    {
        if (file.Has("EncryptedPackage")) return FileKind.OoxmlEncrypted;
        if (file.Has("WordDocument")) return FileKind.Doc;
        if (file.Has("Workbook") || file.Has("Book")) return FileKind.Xls;
        if (file.Has("PowerPoint Document")) return FileKind.Ppt;
        if (file.Has("__properties_version1.0")) return FileKind.Msg;
        return file.Has("DocumentText") || file.Has("JSCompDocument") ? FileKind.Ichitaro : FileKind.Cfb;
    }
}
