"""Which molecules go into the many-element set: SMILES, in a fixed order.

Two parts: molecules written out one by one, and every parent/substituent pair
of a small table ("X" in a parent is where the substituent goes; it is always on
carbon, so that no unstable N-F, O-Cl, ... bonds are made).
"""
WRITTEN_OUT = """
O N C S
C=O O=C=O C#N OO NN NO N=O S=C=O S=C=S OS(=O)=O O=S=O OC=O O=S(=O)=O N#CC#N
C=C C#C C=C=C C=C=O C=NO C=N CN=O C=NN N=C=O N=C=S N#CO OCl SS CSS CSSC OSC NCl ON=O
CC CCC CCCC C1CC1 C1CCC1 C1CCCC1 CC(C)C CC=CC C=CC=C CC(C)=C C1=CC1 C1=CCC1 C1=CCC=C1
CO CCO CCCO CC(C)O COC CCOC COCC=C OCCO COCO C1CO1 C1COC1 C1CCOC1 C1COCO1 CC(C)=O CCC=O
O=CC=O CC(=O)C=O C=CC=O OCC=O COC=O CC(=O)OC OC(=O)C(=O)O CC(=O)C C1CC1=O O=C1CCO1 O=C1OCCO1
CN CCN CNC CN(C)C NCCN C1CN1 C1CNC1 C1CCNC1 NC=O CNC=O CN(C)C=O NC(N)=O NC(=O)C(N)=O CC=N
CC=NO CN=C=O CN=[N+]=[N-] C=[N+]=[N-] CNN NCC#N N#CCC#N C=CC#N NC(=N)N NC=N NN=C ONC=O NCC(=O)O
NC(C)C(=O)O CC(=O)NO C[N+](=O)[O-] O[N+](=O)[O-] CO[N+](=O)[O-] NOC CON CONC O=NNC NC#N C[N+]#[C-]
CS CSC CCS CC(C)S SCCS C1CS1 C1CSC1 C1CCSC1 CC=S NC=S NC(N)=S CC(N)=S CSC=O CC(=O)S SC=O CS(C)=O
CS(C)(=O)=O CS(=O)(=O)O CS(N)(=O)=O CSC#N CN=C=S NCCS SCC(=O)O OCCS COCS CSCO C1SCCS1 C1CSCO1 CSN
S=C1NCCN1 O=C1CSCN1 OCSC=O CS(=O)O OS(=O)O CSCSC CSSSC S=C(S)N C=CSC C#CSC
c1ccccc1 c1ccncc1 c1cnccn1 c1ccnnc1 c1cncnc1 c1ncncn1 c1cc[nH]c1 c1c[nH]cn1 c1cn[nH]c1 c1nc[nH]n1
c1nn[nH]n1 c1ccoc1 c1cocn1 c1conc1 c1nnco1 c1ccsc1 c1cscn1 c1cnsc1 c1nncs1 c1nonc1 c1nsnc1
O=c1cc[nH]cc1 Oc1ccncc1 O=c1cc[nH]c(=O)[nH]1 Nc1cc[nH]c(=O)n1 Cc1ccsc1 Cc1ccoc1 O=C1C=CC(=O)N1
CCl CCCl ClCCl ClC(Cl)Cl ClC(Cl)(Cl)Cl ClCCCl C=CCl ClC=CCl C=C(Cl)Cl ClC(Cl)=C(Cl)Cl C#CCl ClC#CCl
CC(=O)Cl ClC(Cl)=O O=CCl NC(=O)Cl ClCC(=O)O ClC(Cl)C(=O)O ClC(Cl)(Cl)C=O ClCC#N ClC#N ClN(C)C COCCl ClCOCCl
CSCCl CS(=O)(=O)Cl ClS(=O)(=O)Cl ClS(=O)Cl ClSCl ClSSCl CSCl ClC(=S)Cl OCCCl NCCCl SCCCl C1OC1CCl
Clc1ccoc1 Clc1ccsc1 Clc1ccncc1 Clc1ccccc1Cl Clc1nc[nH]n1 Clc1ncncn1 ClC1CC1 ClC1CO1 CC(C)(C)Cl CC(Cl)=C
CF CCF FCF FC(F)F FC(F)(F)F FCCF CC(F)F CC(F)(F)F FC(F)C(F)F FC(F)(F)C(F)(F)F C=CF FC=CF C=C(F)F
FC=C(F)F FC(F)=C(F)F C#CF FC#CF CC(=O)F O=CF FC(F)=O NC(=O)F FCC(=O)O FC(F)C(=O)O FC(F)(F)C(=O)O
FC(F)(F)C=O FC(F)(F)C(N)=O FCC#N FC(F)(F)C#N FC#N COCF COC(F)F COC(F)(F)F FC(F)OC(F)F CSCF CSC(F)(F)F
FCS FC(F)(F)S CS(=O)(=O)F FS(=O)(=O)F FS(F)=O FC(=S)F FC(F)(F)Cl FC(F)Cl FCCl FC(F)(Cl)Cl FC(Cl)=C(F)F
FCCCl FC(F)C(F)Cl FC(F)(F)CO FCCO FCCN FCCS FC(F)(F)CN CN(C)F NF FN(F)F FNF FOF OF CC(C)(C)F CC(F)=C
Fc1ccccc1F Fc1cccc(F)c1 Fc1ccc(F)cc1 Fc1ccccc1Cl Fc1ccc(O)cc1 Fc1ccc(N)cc1 Fc1ccc(S)cc1 Fc1ccoc1 Fc1ccsc1
Fc1ccncc1 Fc1cnccn1 Fc1ncncn1 Fc1cn[nH]c1 FC1CC1 FC1(F)CC1 FC1CO1 FC1(F)OC1(F)F FC1CCC1 FC(F)=C=C(F)F
FC=C=C FC=C=O FC=CC=C FC=CC#N FC=CC=O FC(F)(F)C#C FCC=C FC(F)(F)C=C FCC(=O)CF FC(F)(F)C(C)=O FC(=O)C(F)=O
O=c1[nH]cc(F)c(=O)[nH]1 FCOC=O FC(F)(F)OF FCSSC FC(F)SC(F)F FCC(N)C FCC(O)CF FC(F)(F)N=C=O FCN=C=S
""".split()

PARENTS = """
C(X)O C(X)CC C(X)OC C(X)SC C(X)NC C(X)C(N)=O C(X)C(=O)C C(X)=O C(X)(C)=O C(X)(O)=O C(X)(N)=O
C(X)(=O)OC C(X)=C C(X)=CC C(X)(C)=C C(X)#C C(X)#CC C(X)=CC=C C1(X)CC1 C1(X)CO1 C1(X)CS1 C1(X)CN1
c1(X)ccccc1 c1(X)ccccn1 c1(X)ccc[nH]1 c1(X)ccco1 c1(X)cccs1 c1(X)ncc[nH]1 c1(X)nccs1
""".split()

SUBSTITUENTS = """
F Cl N O S C#N CF CCl C(F)F C(F)(F)F OC SC NC C(=O)O C(N)=O C=C [N+](=O)[O-] N=C=O SC#N S(C)(=O)=O
OC(F)F CS
""".split()


def smiles():
    """All SMILES, written-out ones first; duplicates are found later by canonical form."""
    return WRITTEN_OUT + [p.replace("X", g) for p in PARENTS for g in SUBSTITUENTS]
