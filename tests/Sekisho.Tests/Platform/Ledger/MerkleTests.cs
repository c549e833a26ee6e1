using Sekisho.Platform.Ledger;

namespace Sekisho.Tests.Platform.Ledger;

public sealed class MerkleTests
{
    // The eight leaves and roots published with the Certificate Transparency reference implementation.
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void The_tree_grows_through_the_published_roots()
    {
        var tree = new Frontier();
        tree.Root().ShouldBe(Merkle.EmptyRoot);
        for (var i = 0; i < Inputs.Length; i++)
        {
            tree.Append(Merkle.Leaf(Convert.FromHexString(Inputs[i])));
            Convert.ToHexStringLower(tree.Root()).ShouldBe(Roots[i]);
            Frontier.Restore(tree.Size, tree.ToBytes()).Root().ShouldBe(tree.Root());
        }
    }

    [Fact]
    public void Every_leaf_of_every_small_tree_has_a_path_to_the_root_and_no_other_leaf_has()
    {
        var hashes = Enumerable.Range(0, 33).Select(i => Merkle.Leaf([(byte)i])).ToList();
        for (var size = 1; size <= hashes.Count; size++)
        {
            var tree = new Frontier();
            foreach (var hash in hashes.Take(size)) tree.Append(hash);
            var all = hashes.Take(size).SelectMany(h => h).ToArray();
            for (var leaf = 0; leaf < size; leaf++)
            {
                var path = MerklePath.Of(all, leaf);
                MerklePath.Root(hashes[leaf], leaf, size, path).ShouldBe(tree.Root());
                if (size > 1) MerklePath.Root(hashes[(leaf + 1) % size], leaf, size, path).ShouldNotBe(tree.Root());
                MerklePath.Root(hashes[leaf], size, size, path).ShouldBeNull();
            }
        }
    }
}
