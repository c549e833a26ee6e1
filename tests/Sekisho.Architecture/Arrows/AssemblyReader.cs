using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Sekisho.Architecture.Arrows;

/// <summary>Reads which assembly names and which types each type of a built assembly really uses.</summary>
internal sealed class AssemblyReader : IDisposable
{
    private readonly PEReader pe;
    private readonly MetadataReader md;

    public AssemblyReader(string path)
    {
        pe = new PEReader(File.OpenRead(path));
        md = pe.GetMetadataReader();
    }

    public IReadOnlyList<string> References => [.. md.AssemblyReferences.Select(r => md.GetString(md.GetAssemblyReference(r).Name))];

    /// <summary>Pairs (using type, used "Assembly!Namespace.Type.Member") found in method bodies.</summary>
    public IEnumerable<(string User, string Used)> Uses()
    {
        foreach (var handle in md.TypeDefinitions)
        {
            var type = md.GetTypeDefinition(handle);
            var name = OuterName(handle);
            foreach (var methodHandle in type.GetMethods())
            {
                var method = md.GetMethodDefinition(methodHandle);
                if (method.RelativeVirtualAddress == 0) continue;
                foreach (var token in Tokens(pe.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!))
                    if (Describe(token) is { } used) yield return (name, used);
            }
        }
    }

    private string OuterName(TypeDefinitionHandle handle)
    {
        var type = md.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil) type = md.GetTypeDefinition(type.GetDeclaringType());
        return md.GetString(type.Namespace) + "." + md.GetString(type.Name);
    }

    private string? Describe(int token)
    {
        var handle = MetadataTokens.EntityHandle(token);
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                return TypeName((TypeReferenceHandle)handle);
            case HandleKind.MemberReference:
                var member = md.GetMemberReference((MemberReferenceHandle)handle);
                return member.Parent.Kind == HandleKind.TypeReference
                    ? TypeName((TypeReferenceHandle)member.Parent) + "." + md.GetString(member.Name) : null;
            case HandleKind.MethodSpecification:
                return Describe(MetadataTokens.GetToken(md.GetMethodSpecification((MethodSpecificationHandle)handle).Method));
            default:
                return null;
        }
    }

    private string? TypeName(TypeReferenceHandle handle)
    {
        var type = md.GetTypeReference(handle);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference) return TypeName((TypeReferenceHandle)type.ResolutionScope);
        if (type.ResolutionScope.Kind != HandleKind.AssemblyReference) return null;
        var assembly = md.GetString(md.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
        return assembly + "!" + md.GetString(type.Namespace) + "." + md.GetString(type.Name);
    }

    // Every four bytes that form a valid token of the interesting tables. An operand that only looks like one names a type that is
    // used anyway somewhere in the same assembly, so a false hit costs a look, a miss would cost the wall.
    private IEnumerable<int> Tokens(byte[] il)
    {
        for (var i = 0; i + 5 <= il.Length; i++)
        {
            if (!TakesToken(il[i], i > 0 ? il[i - 1] : (byte)0)) continue;
            var token = BitConverter.ToInt32(il, i + 1);
            var (table, row) = (token >> 24, token & 0xFFFFFF);
            var rows = table switch
            {
                0x01 => md.GetTableRowCount(TableIndex.TypeRef),
                0x0A => md.GetTableRowCount(TableIndex.MemberRef),
                0x2B => md.GetTableRowCount(TableIndex.MethodSpec),
                _ => 0,
            };
            if (row > 0 && row <= rows) yield return token;
        }
    }

    // call, callvirt, newobj, castclass, isinst, ldfld…stsfld, ldtoken, newarr, box, unbox, constrained., initobj, ldftn
    private static bool TakesToken(byte op, byte before) => op is 0x27 or 0x28 or 0x6F or 0x73 or 0x74 or 0x75 or 0x79 or 0x7B or 0x7C or 0x7D or 0x7E
        or 0x7F or 0x80 or 0x81 or 0x8C or 0x8D or 0x8F or 0xA3 or 0xA4 or 0xA5 or 0xD0 || (before == 0xFE && op is 0x06 or 0x07 or 0x15 or 0x16 or 0x1C);

    public void Dispose() => pe.Dispose();
}
