* Maximum likelihood branch lengths for the six lysozymes that PAML ships.
      seqfile = stewart.aa
     treefile = codeml.trees
      outfile = mlc
        noisy = 0
      verbose = 1
      runmode = 0
      seqtype = 2
        model = 0
    fix_alpha = 1
        alpha = 0
        clock = 0
        getSE = 1
 RateAncestor = 1
   Small_Diff = .5e-6
    cleandata = 0
       method = 0
